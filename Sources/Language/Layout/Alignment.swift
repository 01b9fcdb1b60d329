internal import Catalogue

/// Columns of lines that stand below each other.
enum Alignment {
  /// Longer lines stay out of columns, or one of them would widen all that stand by it.
  private static let widest = 100

  /// Puts the `=` of neighbouring lines into one column.
  static func alignValues(_ rows: inout [LayoutRow]) {
    for run in runs(rows, where: { $0.value != nil && $0.width <= widest }) {
      let column = rows[run].map(\.width).max() ?? 0
      for index in run { rows[index].code = DisplayWidth.padded(rows[index].code, columns: column) }
    }
    for index in rows.indices {
      guard let value = rows[index].value else { continue }
      rows[index].code += " " + value
      rows[index].value = nil
    }
  }

  /// Puts the comments behind neighbouring lines into one column, two spaces behind the longest.
  static func alignComments(_ rows: inout [LayoutRow]) {
    for run in runs(rows, where: { $0.comment != nil && !$0.isComment && $0.width <= widest }) {
      let column = rows[run].map(\.width).max() ?? 0
      for index in run { rows[index].code = DisplayWidth.padded(rows[index].code, columns: column) }
    }
    for index in rows.indices where rows[index].comment != nil && !rows[index].isComment {
      rows[index].code += "  "
    }
  }

  /// The longest stretches of lines that all `belong`, are indented alike and have no empty line between them.
  private static func runs(
    _ rows: [LayoutRow], where belongs: (LayoutRow) -> Bool
  ) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, row) in rows.enumerated() {
      let isIn = belongs(row)
      if let first = start,
        !isIn || row.isAfterBlank || row.indentation != rows[first].indentation
      {
        runs.append(first..<index)
        start = nil
      }
      if isIn, start == nil { start = index }
    }
    if let start { runs.append(start..<rows.count) }
    return runs
  }
}
