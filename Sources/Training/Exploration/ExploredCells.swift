public import Sparse

/// Which cells of a layer ever held a connection, for the exploration rate of in-time
/// over-parameterisation (ITOP; Liu, Yin, Mocanu & Pechenizkiy 2021).
///
/// One bit a cell. Where that would take more than 4 bytes a connection (and 1 MiB), only the cells
/// of every `stride`-th input neuron are followed, and the share is an estimate.
public struct ExploredCells: Sendable, Equatable {
  /// Of how many input neurons one is followed; 1 for all.
  public let stride: Int
  /// The cells that are followed.
  public let followed: Int
  /// Those of them that held a connection at some time.
  public private(set) var explored: Int
  private let columns: Int
  private var bits: [UInt64]

  /// The share of cells that held a connection at some time, 0…1.
  public var share: Double { followed == 0 ? 0 : Double(explored) / Double(followed) }

  /// The bytes that following a layer of that size takes, but for less than one row's.
  public static func bytes(rows: Int, columns: Int, connections: Int) -> UInt64 {
    let (cells, overflow) = rows.multipliedReportingOverflow(by: columns)
    let all = overflow ? UInt64.max : UInt64(cells + 7) / 8
    return min(all, most(connections: connections))
  }

  /// The bytes beyond which not all cells are followed.
  private static func most(connections: Int) -> UInt64 { max(1 << 20, 4 * UInt64(connections)) }

  /// A layer as it starts. O(rows + followed connections).
  public init(_ matrix: SparseMatrix) {
    let most = 8 * Self.most(connections: matrix.nonzeros)
    let rowsAtMost = max(1, Int(most) / max(matrix.columns, 1))
    stride = max(1, (matrix.rows + rowsAtMost - 1) / rowsAtMost)
    columns = matrix.columns
    followed = (matrix.rows + stride - 1) / stride * matrix.columns
    explored = 0
    bits = [UInt64](repeating: 0, count: (followed + 63) / 64)
    for row in Swift.stride(from: 0, to: matrix.rows, by: stride) {
      for place in matrix.rowOffsets[row]..<matrix.rowOffsets[row + 1] {
        insert(row, matrix.columnIndices[place])
      }
    }
  }

  /// Adds what an evolution added. O(rows + positions).
  /// - Parameters:
  ///   - positions: where the new connections stand among the matrix's stored values, ascending.
  ///   - matrix: the layer after the evolution.
  /// - Precondition: it has the size of the matrix at the start.
  public mutating func insert(_ positions: [Int32], of matrix: SparseMatrix) {
    var row = 0
    for position in positions {
      while matrix.rowOffsets[row + 1] <= Int(position) { row += 1 }
      if row % stride == 0 { insert(row, matrix.columnIndices[Int(position)]) }
    }
  }

  private mutating func insert(_ row: Int, _ column: Int32) {
    let cell = row / stride * columns + Int(column)
    let mask: UInt64 = 1 << UInt64(cell % 64)
    explored += bits[cell / 64] & mask == 0 ? 1 : 0
    bits[cell / 64] |= mask
  }
}
