internal import Catalogue

/// A table as an element of a page.
struct HTMLTable {
  let text: String

  /// - Parameter isPage: whether the page has our script, which sorts by the numbers behind what is read.
  init(_ table: Table, isPage: Bool) {
    func side(_ index: Int) -> String {
      table.columns[index].alignment == .trailing ? " class=\"n\"" : ""
    }
    let name = Markup.escaped(table.title.isEmpty ? "table" : table.title)
    let caption = table.title.isEmpty ? "" : "<caption>\(name)</caption>\n"
    let heads = table.columns.enumerated().map { index, column in
      "<th scope=\"col\"\(side(index))>\(Markup.escaped(column.name))</th>"
    }
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { index, cell in
        let number = isPage ? cell.sortingNumber : ""
        let text = Markup.escaped(cell.reading)
        return index == 0
          ? "<th scope=\"row\"\(side(0))\(number)>\(text)</th>"
          : "<td\(side(index))\(number)>\(text)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    let note = table.note.map { "\n<p class=\"note\">\(Markup.escaped($0))</p>" } ?? ""
    text = """
      <div class="scroll" role="region" aria-label="\(name)" tabindex="0">
      <table>
      \(caption)<thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>\(note)
      """
  }
}

extension Cell {
  /// The number to sort by, where what is read does not have all its digits.
  fileprivate var sortingNumber: String {
    guard let number, number.isFinite else { return "" }
    if case .count = self { return "" }
    return " data-v=\"\(NumberText.plain(number))\""
  }
}
