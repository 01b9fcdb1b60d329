import CKernels
import Sparse
import Testing

/// The passes of sparse and dense layers as callers see them, whatever kernels they are made of:
/// under every instruction set, at some numbers of threads, against double precision; the vector
/// sets against each other, and the numbers of threads, to the last bit.
@Suite struct EveryPassTests {
  static let engines: [Engine] = InstructionSet.available.flatMap { set in
    [1, 2, 5].map { Engine(threads: $0, instructionSet: set) }
  }
  static let batches = [1, 2, 16, 17, 40, 100, 128, 130, 200, 300]

  /// A layer of either kind.
  private struct Layer {
    let columns: Int
    let forward: (Panel, [Float]?, Panel, Engine) -> Void
    /// Returns the weights and the velocities after the step.
    let backward: (KernelCase, Panel?, Engine) -> (values: [Float], velocity: [Float])

    init(sparse of: KernelCase) {
      var matrix = of.matrix
      matrix.values = of.values.numbers
      matrix.velocity = of.velocity
      let before = matrix
      columns = of.columns
      forward = { before.forward($0, bias: $1, into: $2, on: $3) }
      backward = { of, dx, engine in
        var matrix = before
        matrix.backward(
          input: of.input, outputGradient: of.gradient, inputGradient: dx, step: Layer.step(of),
          on: engine)
        return (matrix.values, matrix.velocity)
      }
    }

    init(dense of: KernelCase) {
      let before = DenseMatrix(
        rows: of.rows, columns: of.columns, values: of.weights.numbers, velocity: of.speeds)
      columns = of.columns
      forward = { before.forward($0, bias: $1, into: $2, on: $3) }
      backward = { of, dx, engine in
        var matrix = before
        matrix.backward(
          input: of.input, outputGradient: of.gradient, inputGradient: dx, step: Layer.step(of),
          on: engine)
        return (matrix.values, matrix.velocity)
      }
    }

    private static func step(_ of: KernelCase) -> MomentumStep {
      MomentumStep(rate: of.step.rate, momentum: of.step.momentum, decay: of.step.decay)
    }

    /// Outputs with a bias and without, input gradients, weights and velocities.
    func pass(_ of: KernelCase, on engine: Engine) -> KernelOutput {
      let (outputs, dx) = ([of.blank(columns), of.blank(columns)], of.blank(of.rows))
      forward(of.input, of.bias.numbers, outputs[0], engine)
      forward(of.input, nil, outputs[1], engine)
      let (values, velocity) = backward(of, dx, engine)
      var output = KernelOutput(rows: outputs)
      for row in 0..<of.rows { output.add(dx, row: row) }
      for number in values + velocity { output.add(number) }
      return output
    }
  }

  private func expected(_ of: KernelCase, dense: Bool) -> ExpectedOutput {
    let reference = ProductReference(of, dense: dense)
    let beyond = of.blank(1).beyond
    var expected = ExpectedOutput(rows: reference.outputs, beyond: beyond)
    for row in reference.inputGradients() {
      expected.add(row)
      expected.addUntouched(beyond)
    }
    let steps = reference.steps()
    for row in steps { expected.add(Array(row.prefix(row.count / 2))) }
    for row in steps { expected.add(Array(row.suffix(row.count / 2))) }
    return expected
  }

  private func expectNoFault(_ of: KernelCase, dense: Bool) {
    let layer = dense ? Layer(dense: of) : Layer(sparse: of)
    let expected = expected(of, dense: dense)
    var first: [InstructionSet: KernelOutput] = [:]
    for engine in Self.engines {
      let found = layer.pass(of, on: engine)
      // One result for the portable set, another one for all the vector sets.
      let kind = engine.instructionSet == .portable ? .portable : InstructionSet.avx2
      if let other = first[kind] {
        let agrees = found.agrees(with: other)
        #expect(agrees, "\(engine.instructionSet), \(engine.threads) threads, \(of)")
      } else {
        let fault = expected.fault(in: found)
        #expect(fault == nil, "\(engine.instructionSet), \(of)")
        first[kind] = found
      }
    }
  }

  @Test(arguments: Pattern.allCases) func sparseLayers(pattern: Pattern) {
    for (index, batch) in Self.batches.enumerated() {
      let (rows, columns) = [(23, 47), (90, 31), (1, 9), (64, 64)][index % 4]
      expectNoFault(
        KernelCase(pattern, rows: rows, columns: columns, batch: batch), dense: false)
    }
  }

  /// Layers whose panels fit no cache are taken in stretches of the batch.
  @Test(arguments: [(12, 2600, 130), (1400, 20, 270), (30, 1300, 209), (2300, 9, 145)])
  func wideLayers(rows: Int, columns: Int, batch: Int) {
    expectNoFault(
      KernelCase(.fivePercent, rows: rows, columns: columns, batch: batch), dense: false)
  }

  @Test func denseLayers() {
    for (index, batch) in Self.batches.enumerated() {
      let (rows, columns) = [(30, 26), (70, 13), (5, 61), (1, 1), (48, 49)][index % 5]
      expectNoFault(KernelCase(.none, rows: rows, columns: columns, batch: batch), dense: true)
    }
    expectNoFault(KernelCase(.none, rows: 6, columns: 1300, batch: 209), dense: true)
  }

  /// Zeros of both signs, subnormal, tiny and huge numbers.
  @Test(arguments: [true, false]) func extremeNumbers(dense: Bool) {
    for batch in [3, 100, 170] {
      for pattern in [Pattern.half, .ragged] {
        expectNoFault(
          KernelCase(pattern, rows: 41, columns: 30, batch: batch, content: .extreme),
          dense: dense)
      }
    }
  }
}
