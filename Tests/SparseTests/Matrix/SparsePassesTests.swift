import Sparse
import Testing

@Suite struct SparsePassesTests {
  static let step = MomentumStep(rate: 0.05, momentum: 0.9, decay: 0.01)
  static let sets = InstructionSet.available

  @Test(arguments: sets, Pattern.allCases)
  func agreeWithDoublePrecision(set: InstructionSet, pattern: Pattern) {
    let engine = Engine(threads: 2, instructionSet: set)
    for (rows, columns, batch) in [(20, 24, 100), (7, 3, 1), (18, 15, 150)] {
      var matrix = pattern.matrix(rows: rows, columns: columns)
      var reference = DenseReference(matrix)
      let input = Panel.random(rows, batch, seed: 1)
      let gradient = Panel.random(columns, batch, seed: 2)
      var stream = RandomStream(seed: 3, purpose: .test)
      let bias = stream.numbers(columns)
      let output = Panel(features: columns, capacity: batch)
      matrix.forward(input, bias: bias, into: output, on: engine)
      #expect(
        distance(output.numbers, reference.forward(input, bias: bias)) <= tolerance(rows))
      matrix.forward(input, bias: nil, into: output, on: engine)
      #expect(distance(output.numbers, reference.forward(input, bias: nil)) <= tolerance(rows))

      let inputGradient = Panel(features: rows, capacity: batch)
      matrix.backward(
        input: input, outputGradient: gradient, inputGradient: inputGradient, step: Self.step,
        on: engine)
      let dx = reference.backward(input, gradient, Self.step)
      #expect(distance(inputGradient.numbers, dx) <= tolerance(columns))
      #expect(distance(matrix.values, reference.stored(reference.weights)) <= tolerance(batch))
      #expect(distance(matrix.velocity, reference.stored(reference.velocity)) <= tolerance(batch))
    }
  }

  /// The first layer's pass is the other one without dx.
  @Test(arguments: sets) func aFirstLayerIsUpdatedAlike(set: InstructionSet) {
    let engine = Engine(threads: 1, instructionSet: set)
    for batch in [5, 100, 140] {
      var first = Pattern.ragged.matrix(rows: 40, columns: 30)
      var other = first
      let (input, gradient) = (Panel.random(40, batch, seed: 1), Panel.random(30, batch, seed: 2))
      first.backward(
        input: input, outputGradient: gradient, inputGradient: nil, step: Self.step, on: engine)
      other.backward(
        input: input, outputGradient: gradient,
        inputGradient: Panel(features: 40, capacity: batch), step: Self.step, on: engine)
      #expect(first == other)
      #expect(first != Pattern.ragged.matrix(rows: 40, columns: 30))
    }
  }

  @Test func theSameBitsAtAnyNumberOfThreads() {
    let results = [1, 2, 3, 8].map { threads in
      let engine = Engine(threads: threads)
      var matrix = Pattern.fivePercent.matrix(rows: 700, columns: 600)
      let input = Panel.random(700, 100, seed: 1)
      let output = Panel(features: 600, capacity: 100)
      let inputGradient = Panel(features: 700, capacity: 100)
      for _ in 0..<3 {
        matrix.forward(input, bias: nil, into: output, on: engine)
        matrix.backward(
          input: input, outputGradient: output, inputGradient: inputGradient,
          step: MomentumStep(rate: 0.0001, momentum: 0.9), on: engine)
      }
      return (output.numbers + inputGradient.numbers + matrix.values + matrix.velocity).map {
        $0.bitPattern
      }
    }
    for result in results.dropFirst() { #expect(result == results[0]) }
  }

  /// Epilogues see every neuron once, after it is computed, in ranges that begin at multiples of
  /// 16.
  @Test(arguments: [1, 3]) func epiloguesCoverEveryNeuronOnce(threads: Int) {
    let engine = Engine(threads: threads)
    for (rows, columns) in [(500, 400), (3, 5), (60, 20_000)] {
      var matrix = Pattern.onePerRow.matrix(rows: rows, columns: columns)
      let input = Panel.random(rows, 48, seed: 1)
      let output = Panel(features: columns, capacity: 48)
      let inputGradient = Panel(features: rows, capacity: 48)
      let (outputs, inputs) = (Vector(count: columns), Vector(count: rows))
      matrix.forward(input, bias: [Float](repeating: 1, count: columns), into: output, on: engine) {
        range in
        #expect(range.lowerBound % 16 == 0)
        for neuron in range { outputs[neuron] += output[neuron, 0] == 0 ? 100 : 1 }
      }
      matrix.backward(
        input: input, outputGradient: output, inputGradient: inputGradient, step: Self.step,
        on: engine
      ) { range in
        #expect(range.lowerBound % 16 == 0)
        for neuron in range { inputs[neuron] += inputGradient[neuron, 0] == 0 ? 100 : 1 }
      }
      #expect(outputs.array == [Float](repeating: 1, count: columns))
      #expect(inputs.array == [Float](repeating: 1, count: rows))
    }
  }

  /// A smaller last batch must not read what a larger one left behind.
  @Test(arguments: sets) func aSmallerBatchReadsNothingStale(set: InstructionSet) {
    let engine = Engine(threads: 1, instructionSet: set)
    func train(stale: Bool) -> SparseMatrix {
      var matrix = Pattern.half.matrix(rows: 20, columns: 20)
      let panels = [20, 20, 20].map { Panel(features: $0, capacity: 100) }
      if stale {
        for panel in panels {
          for row in 0..<20 { for sample in 0..<100 { panel[row, sample] = .nan } }
        }
      }
      for panel in panels { panel.batch = 37 }
      for row in 0..<20 {
        for sample in 0..<37 {
          panels[0][row, sample] = Float(row - sample) / 20
          panels[1][row, sample] = Float(sample) / 40
          panels[2][row, sample] = 0
        }
      }
      matrix.backward(
        input: panels[0], outputGradient: panels[1], inputGradient: panels[2], step: Self.step,
        on: engine)
      return matrix
    }
    let clean = train(stale: false)
    #expect(clean.values.allSatisfy { $0.isFinite })
    #expect(train(stale: true) == clean)
  }

  /// Beyond 2²⁰ connections a narrow batch goes the other way round.
  @Test(arguments: [1, 3]) func aLargeMatrixIsComputedAlike(threads: Int) {
    let columns = 530_000
    let targets = (0..<columns).map { Int32($0) }
    let values = (0..<2 * columns).map { Float($0 % 1000) }
    let matrix = SparseMatrix(
      rows: 2, columns: columns, rowOffsets: [0, columns, 2 * columns],
      columnIndices: targets + targets, values: values)
    let input = Panel(features: 2, capacity: 2)
    (input[0, 1], input[1, 1]) = (2, 3)
    let output = Panel(features: columns, capacity: 2)
    let seen = Vector(count: columns)
    matrix.forward(
      input, bias: [Float](repeating: 1, count: columns), into: output, on: Engine(threads: threads)
    ) { range in
      for neuron in range where neuron % 1009 == 0 { seen[neuron] += output[neuron, 1] }
    }
    for neuron in stride(from: 0, to: columns, by: 1009) {
      let sum = 1 + 2 * values[neuron] + 3 * values[columns + neuron]
      #expect(output[neuron, 0] == 1 && output[neuron, 1] == sum && seen[neuron] == sum)
    }
  }

  @Test func aMillionNeuronsAreNoTrouble() {
    var stream = RandomStream(seed: 1, purpose: .topology)
    let size = 1_000_000
    let matrix = SparseMatrix.erdosRenyi(
      rows: size, columns: size, nonzeros: 20_000, stream: &stream)
    #expect(matrix.nonzeros == 20_000)
    let removed = Array(stride(from: Int32(0), to: 20_000, by: 4))
    let cells = matrix.emptyCells(5000, afterRemoving: removed, stream: &stream)
    var rewired = matrix
    rewired.rewire(
      removing: removed, adding: cells, values: [Float](repeating: 1, count: 5000))
    #expect(rewired.nonzeros == 20_000)
    #expect(rewired.values.reduce(0, +) == 5000)
  }
}
