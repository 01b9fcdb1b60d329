internal import Catalogue

/// Columns of lines that stand below each other.
enum Alignment {
  /// Puts the `=` of neighbouring lines into one column.
  static func alignValues(_ rows: inout [LayoutRow]) {
    for run in runs(rows, where: { $0.value != nil }) {
      let column = rows[run].map(\.width).max() ?? 0
      for index in run {
        rows[index].code =
          DisplayWidth.padded(rows[index].code, columns: column) + " " + (rows[index].value ?? "")
        rows[index].value = nil
      }
    }
  }

  /// Puts the comments behind neighbouring lines into one column, two spaces behind the longest.
  static func alignComments(_ rows: inout [LayoutRow]) {
    for run in runs(rows, where: { $0.comment != nil && !$0.isComment }) {
      let column = rows[run].map(\.width).max() ?? 0
      for index in run {
        rows[index].code = DisplayWidth.padded(rows[index].code, columns: column) + "  "
      }
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
