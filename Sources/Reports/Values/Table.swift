/// A table: a caption, columns, and rows of typed cells.
public struct Table: Sendable, Equatable {
  /// One column.
  public struct Column: Sendable, Equatable {
    /// What the cells are, which also decides on which side they stand.
    public enum Kind: String, Sendable {
      case text
      case number
      /// Fractions, read in percent.
      case percent
    }

    /// The side on which the cells stand.
    public enum Alignment: String, Sendable {
      case leading
      case trailing
    }

    /// The column's head.
    public let name: String
    /// What its cells are.
    public let kind: Kind
    /// The side on which its cells stand: numbers by default at the trailing one.
    public let alignment: Alignment
    /// Whether it says something of the column before it, beside which it has to stand.
    public let isSequel: Bool

    /// A column; without an alignment its kind decides.
    public init(
      _ name: String, _ kind: Kind = .number, alignment: Alignment? = nil, isSequel: Bool = false
    ) {
      self.name = name
      self.kind = kind
      self.isSequel = isSequel
      self.alignment = alignment ?? (kind == .text ? .leading : .trailing)
    }
  }

  /// The caption, or empty for none.
  public let title: String
  /// The columns, in order.
  public let columns: [Column]
  /// The rows; each has one cell a column.
  public let rows: [[Cell]]
  /// A remark below the table, such as which rows were left out.
  public let note: String?

  /// A table.
  /// - Precondition: every row has one cell a column.
  public init(title: String = "", columns: [Column], rows: [[Cell]], note: String? = nil) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a cell a column in every row")
    self.title = title
    self.columns = columns
    self.rows = rows
    self.note = note
  }

  /// The cells of the column of that name, or nil where there is none.
  public func column(_ name: String) -> [Cell]? {
    guard let index = columns.firstIndex(where: { $0.name == name }) else { return nil }
    return rows.map { $0[index] }
  }
}
