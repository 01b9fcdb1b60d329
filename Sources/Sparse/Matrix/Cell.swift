/// A place in a matrix: the connection from input neuron `row` to output neuron `column`.
/// Cells are ordered by row, then by column.
public struct Cell: Hashable, Comparable, Sendable {
  /// The input neuron.
  public let row: Int32
  /// The output neuron.
  public let column: Int32

  /// The cell of a row and a column.
  public init(row: Int32, column: Int32) {
    self.row = row
    self.column = column
  }

  /// By row, then by column.
  public static func < (a: Cell, b: Cell) -> Bool {
    a.row != b.row ? a.row < b.row : a.column < b.column
  }
}
