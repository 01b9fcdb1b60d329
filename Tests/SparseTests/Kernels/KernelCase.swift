import CKernels
import Sparse

/// The numbers that kernels are tried on: a matrix of some pattern and panels that fit it.
struct KernelCase: CustomStringConvertible, Sendable {
  let rows: Int
  let columns: Int
  let pattern: Pattern
  let batch: Int
  let matrix: SparseMatrix
  /// rows × batch.
  let input: Panel
  /// columns × batch, zero in padding.
  let gradient: Panel
  /// A number for each output.
  let bias: [Float]?
  /// A number for each cell.
  let weights: [Float]
  /// Four numbers an input neuron, for activations.
  let parameters: [[Float]]
  let step = kernel_step(rate: 0.05, momentum: 0.9, decay: 0.01)

  var vectors: Int { input.padded / 16 }
  /// The width of the rows that hold so narrow a batch; nil for a wider one.
  var narrowWidth: Int? { [2, 4, 8].first { batch <= $0 } }
  var description: String { "\(rows) × \(columns) \(pattern), batch \(batch)" }

  init(rows: Int, columns: Int, pattern: Pattern, batch: Int) {
    self.rows = rows
    self.columns = columns
    self.pattern = pattern
    self.batch = batch
    matrix = pattern.matrix(rows: rows, columns: columns, seed: UInt64(batch))
    // A capacity beyond the batch: strides must not be taken for widths.
    input = .random(rows, batch, capacity: batch + 20, seed: 2)
    gradient = .random(columns, batch, seed: 3)
    var stream = RandomStream(seed: 4, purpose: .test)
    bias = stream.numbers(columns)
    weights = stream.numbers(rows * columns)
    parameters = (0..<4).map { _ in stream.numbers(rows) }
  }

  /// The thinned grid: every pattern at some batch of every kind (below, at and above the widths
  /// of vectors and of register tiles, up to 200), on a small, a narrow and a wide matrix.
  static let grid: [KernelCase] = {
    let batches = [
      1, 2, 3, 4, 5, 8, 15, 16, 17, 31, 32, 33, 48, 64, 65, 80, 100, 112, 127, 128, 129, 160, 200,
    ]
    var grid: [KernelCase] = []
    for (index, batch) in batches.enumerated() {
      for (shape, (rows, columns)) in [(37, 29), (1, 50), (50, 1), (24, 101)].enumerated() {
        let pattern = Pattern.allCases[(index + shape) % Pattern.allCases.count]
        grid.append(KernelCase(rows: rows, columns: columns, pattern: pattern, batch: batch))
      }
    }
    for pattern in Pattern.allCases {
      grid.append(KernelCase(rows: 40, columns: 33, pattern: pattern, batch: 100))
      grid.append(KernelCase(rows: 40, columns: 33, pattern: pattern, batch: 140))
    }
    return grid
  }()
}
