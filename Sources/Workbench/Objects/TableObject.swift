internal import Catalogue
internal import Language
package import Reports

/// A table to look at.
package struct TableObject: SessionObject {
  package static let kind = "table"
  package static let members: [Member<TableObject>] = [
    Member("rows", .integer(.nonNegative), "how many rows it has") { .count($0.table.rows.count) }
  ]

  /// The table.
  package let table: Table
  /// What is shown above it.
  package var above: [Block] = []

  package var summary: String { "table of \(table.rows.count) rows" }
  package var document: Document? { Document(title: "", blocks: above + [.table(table)]) }
  package var isForShow: Bool { true }

  package var json: JSONValue {
    .array(
      table.rows.map { row in
        .object(zip(table.columns, row).map { .init($0.name, $1.json) })
      })
  }
}
