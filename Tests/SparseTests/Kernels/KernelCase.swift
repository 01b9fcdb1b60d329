import CKernels
import Sparse

/// The numbers that kernels are tried on: a matrix of some pattern and panels that fit it. Beyond
/// what a kernel may read stand no numbers (NaN), so that reading there shows.
final class KernelCase: CustomStringConvertible {
  let pattern: Pattern
  let batch: Int
  let content: Content
  let matrix: SparseMatrix
  /// The matrix's weights and velocities.
  let values: Guarded
  let velocity: [Float]
  /// rows × batch.
  let input: Panel
  /// Sums before an activation, rows × batch, over some ±6.
  let sums: Panel
  /// columns × batch, zero in padding.
  let gradient: Panel
  /// A number for each output.
  let bias: Guarded
  /// A number for each cell, for dense layers, and their velocities.
  let weights: Guarded
  let speeds: [Float]
  /// Four numbers an input neuron, for activations.
  let parameters: [Guarded]
  let step = kernel_step(rate: 0.05, momentum: 0.9, decay: 0.01)

  /// The sums of the matrix's outputs, with a bias and without: what more than one kernel computes.
  lazy var sparseOutputs = ProductReference(self).outputs
  /// The weights and velocities after a step.
  lazy var sparseSteps = ProductReference(self).steps()

  var rows: Int { matrix.rows }
  var columns: Int { matrix.columns }
  var vectors: Int { (batch + 15) / 16 }
  /// The width of the rows that hold so narrow a batch; nil for a wider one.
  var narrowWidth: Int? { [2, 4, 8].first { batch <= $0 } }
  var description: String { "\(rows) × \(columns) \(pattern), batch \(batch), \(content)" }

  /// A case on a matrix, whose weights and velocities are kept if the content is uniform.
  init(_ matrix: SparseMatrix, _ pattern: Pattern, batch: Int, content: Content = .uniform) {
    self.pattern = pattern
    self.batch = batch
    self.content = content
    self.matrix = matrix
    let (rows, columns) = (matrix.rows, matrix.columns)
    let isUniform = content == .uniform
    let count = matrix.nonzeros
    values = Guarded(isUniform ? matrix.values : content.numbers(count, at: 11))
    velocity = isUniform ? matrix.velocity : content.numbers(count, at: 12)
    // Capacities beyond the batch: strides must not be taken for widths.
    input = content.panel(rows, batch, capacity: batch + 20, at: 13)
    sums = content.panel(rows, batch, capacity: batch, at: 14, scale: 6)
    gradient = content.panel(columns, batch, capacity: batch + batch % 3 * 17, at: 15)
    bias = Guarded(content.numbers(columns, at: 16))
    weights = Guarded(content.numbers(rows * columns, at: 17))
    speeds = content.numbers(rows * columns, at: 18)
    parameters = (0..<4).map { Guarded(content.numbers(rows, at: 19 + $0)) }
  }

  convenience init(
    _ pattern: Pattern, rows: Int, columns: Int, batch: Int, content: Content = .uniform
  ) {
    self.init(
      pattern.matrix(rows: rows, columns: columns, seed: UInt64(batch)), pattern, batch: batch,
      content: content)
  }

  /// A panel for the kernel to write, with no numbers in it.
  func blank(_ features: Int) -> Panel {
    let panel = Panel(features: features, capacity: batch + batch % 2 * 16)
    panel.batch = batch
    for row in 0..<features { panel.row(row).update(repeating: .nan, count: panel.stride) }
    return panel
  }

  /// Batches below, at and above the widths of vectors, register tiles and batch tiles.
  static let edges = [
    1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 49, 64, 65, 80, 96, 112, 127, 128, 129, 143,
    144, 145, 200,
    255, 256, 257, 300, 400,
  ]

  /// Small, narrow and wide matrices, of long rows and of short; every pattern and every edge, not
  /// each with each.
  static func shapes(_ pattern: Pattern) -> [KernelCase] {
    let turn = Pattern.allCases.firstIndex(of: pattern) ?? 0
    return edges.enumerated().map { index, batch in
      let (rows, columns) = [(37, 29), (1, 50), (50, 1), (24, 101), (80, 67)][(index + turn) % 5]
      return KernelCase(pattern, rows: rows, columns: columns, batch: batch)
    }
  }
}
