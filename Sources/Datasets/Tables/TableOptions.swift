public import Catalogue

/// How to take the rows and columns of a text.
public struct TableOptions: Sendable, Equatable {
  /// A column of a table.
  public enum Column: Sendable, Equatable {
    case first
    case last
    /// By its number, from 1.
    case number(Int)
    /// By its name in the header.
    case name(String)
  }

  /// The column that holds the label, in the table or in a label file of several columns.
  public var label: Column
  /// Whether the first row names the columns; nil to find out.
  public var header: Bool?
  /// What stands between two values; nil to find out.
  public var separator: Separator?
  /// Columns to leave out.
  public var drop: [Column]

  /// Options; by default the label is last and the rest is found out.
  public init(
    label: Column = .last, header: Bool? = nil, separator: Separator? = nil, drop: [Column] = []
  ) {
    self.label = label
    self.header = header
    self.separator = separator
    self.drop = drop
  }

  /// The options that the keys `label`, `header`, `separator` and `drop` give.
  /// - Throws: `DataError` (E0623) for a separator that cannot be one.
  public init(_ arguments: Arguments) throws {
    self.init(
      label: arguments["label"].flatMap(Self.column) ?? .last,
      separator: try Separator(arguments["separator"]))
    if case .logic(let given)? = arguments["header"] { header = given }
    if case .list(let columns)? = arguments["drop"] { drop = columns.compactMap(Self.column) }
  }

  private static func column(_ argument: Argument) -> Column? {
    switch argument {
    case .name("first"): .first
    case .name("last"): .last
    case .name(let name), .text(let name): .name(name)
    case .number(let number): Int(exactly: number).map(Column.number)
    default: nil
    }
  }
}
