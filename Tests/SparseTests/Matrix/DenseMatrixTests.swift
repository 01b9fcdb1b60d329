import Sparse
import Testing

@Suite struct DenseMatrixTests {
  static let step = MomentumStep(rate: 0.05, momentum: 0.9, decay: 0.01)

  private func matrix(_ rows: Int, _ columns: Int) -> DenseMatrix {
    var stream = RandomStream(seed: 5, purpose: .test)
    return DenseMatrix(
      rows: rows, columns: columns, values: stream.numbers(rows * columns),
      velocity: stream.numbers(rows * columns))
  }

  /// A sparse layer with every connection and a dense one are the same to the bit.
  @Test(arguments: InstructionSet.available, [30, 150])
  func isASparseLayerWithEveryConnection(set: InstructionSet, batch: Int) {
    let engine = Engine(threads: 2, instructionSet: set)
    var sparse = Pattern.all.matrix(rows: 40, columns: 31)
    var dense = DenseMatrix(
      rows: 40, columns: 31, values: sparse.values, velocity: sparse.velocity)
    let input = Panel.random(40, batch, seed: 1)
    let outputs = [0, 1].map { _ in Panel(features: 31, capacity: batch) }
    let gradients = [0, 1].map { _ in Panel(features: 40, capacity: batch) }
    sparse.forward(input, bias: nil, into: outputs[0], on: engine)
    dense.forward(input, bias: nil, into: outputs[1], on: engine)
    #expect(outputs[0].numbers == outputs[1].numbers)
    sparse.backward(
      input: input, outputGradient: outputs[0], inputGradient: gradients[0], step: Self.step,
      on: engine)
    dense.backward(
      input: input, outputGradient: outputs[1], inputGradient: gradients[1], step: Self.step,
      on: engine)
    #expect(gradients[0].numbers == gradients[1].numbers)
    #expect(sparse.values == dense.values && sparse.velocity == dense.velocity)
  }

  @Test func theSameBitsAtAnyNumberOfThreads() {
    let results = [1, 2, 3].map { threads in
      let engine = Engine(threads: threads)
      var dense = matrix(300, 150)
      let input = Panel.random(300, 100, seed: 1)
      let output = Panel(features: 150, capacity: 100)
      let inputGradient = Panel(features: 300, capacity: 100)
      dense.forward(input, bias: [Float](repeating: 1, count: 150), into: output, on: engine)
      dense.backward(
        input: input, outputGradient: output, inputGradient: inputGradient,
        step: MomentumStep(rate: 1e-4, momentum: 0.5, decay: 0.1), on: engine)
      return (output.numbers + inputGradient.numbers + dense.values).map { $0.bitPattern }
    }
    for result in results.dropFirst() { #expect(result == results[0]) }
  }

  @Test func epiloguesCoverEveryNeuronOnce() {
    let engine = Engine(threads: 2)
    var dense = matrix(300, 150)
    let input = Panel.random(300, 20, seed: 1)
    let output = Panel(features: 150, capacity: 20)
    let (outputs, inputs) = (Vector(count: 150), Vector(count: 300))
    dense.forward(input, bias: nil, into: output, on: engine) { range in
      for neuron in range { outputs[neuron] += 1 }
    }
    dense.backward(
      input: input, outputGradient: output, inputGradient: nil, step: Self.step, on: engine
    ) { range in for neuron in range { inputs[neuron] += 1 } }
    #expect(outputs.array == [Float](repeating: 1, count: 150))
    #expect(inputs.array == [Float](repeating: 1, count: 300))
  }

  @Test func noInputsGiveTheBias() {
    let dense = DenseMatrix(rows: 0, columns: 2)
    let output = Panel.random(2, 3, seed: 1)
    dense.forward(
      Panel(features: 0, capacity: 3), bias: [4, 5], into: output, on: Engine(threads: 1))
    #expect(output.numbers == [4, 4, 4, 5, 5, 5])
  }
}
