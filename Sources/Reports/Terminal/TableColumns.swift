internal import Catalogue

/// How the columns of a table share the width of a terminal.
///
/// Where they do not all fit, text columns are narrowed, the widest first, but never within a word: a policy's
/// call broken in two is none. Where that does not do, the table is shown in bands one below the other, as R and
/// pandas do, each of which begins with the columns that say what a row is.
struct TableColumns {
  /// The columns of each band.
  private(set) var bands: [[Int]] = []
  /// The width of each column.
  private(set) var widths: [Int]

  private static let gap = 2
  private static let least = 8

  /// - Parameter texts: the heads, and the rows below them.
  init(_ columns: [Table.Column], texts: [[String]], within width: Int) {
    widths = columns.indices.map { column in
      texts.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    let floors = columns.indices.map { column -> Int in
      guard columns[column].kind == .text else { return widths[column] }
      let words = texts.flatMap { $0[column].split(separator: " ") }
      let longest = words.map { DisplayWidth.of(String($0)) }.max() ?? 0
      return min(widths[column], max(longest, Self.least), max(width / 2, Self.least))
    }
    let all = Array(columns.indices)
    let narrowed = narrowed(all, floors, to: width)
    guard total(all, narrowed) > width, columns.count > 2 else {
      widths = narrowed
      bands = [all]
      return
    }
    let leading = columns.prefix { $0.kind == .text }.count
    let keys = Array(0..<min(max(leading, 1), columns.count - 1))
    divide(all.dropFirst(keys.count), after: keys, floors, width)
  }

  private func total(_ columns: [Int], _ widths: [Int]) -> Int {
    columns.reduce(0) { $0 + widths[$1] } + Self.gap * max(columns.count - 1, 0)
  }

  /// The widths with as much taken from the widest of those above their floors as there is too much.
  private func narrowed(_ columns: [Int], _ floors: [Int], to width: Int) -> [Int] {
    var widths = widths
    var excess = total(columns, widths) - width
    while excess > 0 {
      let clippable = columns.filter { widths[$0] > floors[$0] }
      guard let widest = clippable.max(by: { widths[$0] < widths[$1] }) else { break }
      let next = clippable.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let cut = max(min(widths[widest] - max(next, floors[widest]), excess), 1)
      widths[widest] -= cut
      excess -= cut
    }
    return widths
  }

  /// As many columns a band as fit beside the keys, in order.
  private mutating func divide(
    _ others: ArraySlice<Int>, after keys: [Int], _ floors: [Int], _ width: Int
  ) {
    let widest = others.map { floors[$0] }.max() ?? 0
    let room = max(width - Self.gap - widest, 1)
    widths = narrowed(keys, floors, to: room)
    if total(keys, widths) > room {
      widths = narrowed(keys, floors.map { min($0, Self.least) }, to: room)
    }
    for column in others {
      widths[column] = min(widths[column], max(floors[column], width - total(keys, widths) - Self.gap))
      if let band = bands.last, total(band + [column], widths) <= width {
        bands[bands.count - 1].append(column)
      } else {
        bands.append(keys + [column])
      }
    }
  }
}
