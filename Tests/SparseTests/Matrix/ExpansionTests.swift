import CKernels
import Sparse
import Testing

/// Layers of a high density run on the dense kernels, and nothing but their speed may tell.
@Suite struct ExpansionTests {
  private static let step = MomentumStep(rate: 0.05, momentum: 0.9, decay: 0.01)

  private func matrix(_ rows: Int, _ columns: Int) -> SparseMatrix {
    var stream = RandomStream(seed: 9, purpose: .test)
    let count = rows * columns * 8 / 10
    var matrix = SparseMatrix.erdosRenyi(
      rows: rows, columns: columns, nonzeros: count, stream: &stream)
    matrix.values = stream.numbers(count)
    matrix.velocity = stream.numbers(count)
    return matrix
  }

  @Test(arguments: InstructionSet.available, [(60, 70, 100), (130, 20, 17), (33, 101, 300)])
  func givesTheBitsOfTheSparseKernels(set: InstructionSet, size: (Int, Int, Int)) throws {
    let (rows, columns, batch) = size
    let engine = Engine(threads: 2, instructionSet: set)
    let tables = [
      kernel_table_portable(), kernel_table_avx2(), kernel_table_avx512(), kernel_table_neon(),
    ]
    let kernels = try #require(
      tables.compactMap { $0 }.first { String(cString: $0.pointee.name) == set.rawValue })
    var expanded = matrix(rows, columns)
    #expect(
      SparseMatrix.isExpanded(rows: rows, columns: columns, density: expanded.density))
    let input = Panel.random(rows, batch, seed: 1)
    let gradient = Panel.random(columns, batch, seed: 2)
    let outputs = [0, 1].map { _ in Panel(features: columns, capacity: batch) }
    let inputGradients = [0, 1].map { _ in Panel(features: rows, capacity: batch) }
    let bias = [Float](repeating: 0.5, count: columns)
    let vectors = (batch + 15) / 16

    let index = expanded.outputIndex
    kernels.pointee.sparse_forward(
      0, columns, index.offsets, index.rows, index.positions, expanded.values, bias, input.row(0),
      input.stride, outputs[0].row(0), outputs[0].stride, vectors)
    var (values, velocity) = (expanded.values, expanded.velocity)
    kernels.pointee.sparse_backward(
      0, rows, expanded.rowOffsets, expanded.columnIndices, &values, &velocity, input.row(0),
      input.stride, gradient.row(0), gradient.stride, inputGradients[0].row(0),
      inputGradients[0].stride, vectors,
      kernel_step(rate: Self.step.rate, momentum: Self.step.momentum, decay: Self.step.decay))

    expanded.forward(input, bias: bias, into: outputs[1], on: engine)
    expanded.backward(
      input: input, outputGradient: gradient, inputGradient: inputGradients[1], step: Self.step,
      on: engine)
    #expect(outputs[0].numbers == outputs[1].numbers)
    #expect(inputGradients[0].numbers == inputGradients[1].numbers)
    #expect(expanded.values == values && expanded.velocity == velocity)
  }

  @Test func wideAndThinLayersStaySparse() {
    #expect(!SparseMatrix.isExpanded(rows: 1_000_000, columns: 2, density: 1))
    #expect(!SparseMatrix.isExpanded(rows: 100, columns: 100, density: 0.2))
  }
}
