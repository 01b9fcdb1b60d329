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
  /// What is shown of it where it is not the table itself that people look at.
  package var picture: [Block]?

  package var summary: String { "table of \(table.rows.count) rows" }
  package var document: Document? {
    let blocks = picture.map { [.paragraph(table.title)] + $0 } ?? [.table(table)]
    return Document(title: "", blocks: blocks)
  }
  package var isForShow: Bool { true }

  package var json: JSONValue {
    .array(
      table.rows.map { row in
        .object(zip(table.columns, row).map { .init($0.name, $1.json) })
      })
  }
}
