internal import Catalogue

/// How the columns of a table share the width of a terminal.
///
/// Where they do not all fit, text columns are narrowed, the widest first, but not to less than their longest
/// word, unless that takes more than half the width: a policy's call may be broken between its keys, not within one. Where
/// that does not do, the table is shown in bands one below the other, as R and pandas do, each of which begins
/// with the columns that say what a row is.
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
      return min(widths[column], max(longest, Self.least), max((width - Self.gap) / 2, Self.least))
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
    let smallest = columns.indices.map {
      columns[$0].kind == .text ? min(widths[$0], Self.least) : widths[$0]
    }
    let groups = all.dropFirst(keys.count).reduce(into: [[Int]]()) { groups, column in
      if columns[column].isSequel, !groups.isEmpty {
        groups[groups.count - 1].append(column)
      } else {
        groups.append([column])
      }
    }
    divide(groups, after: keys, (floors, smallest), width)
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
  /// - Parameter floors: what columns should not be narrower than, and what they can be at the least.
  private mutating func divide(
    _ groups: [[Int]], after keys: [Int], _ floors: (wanted: [Int], smallest: [Int]),
    _ width: Int
  ) {
    let widest = groups.joined().map { floors.wanted[$0] }.max() ?? 0
    let room = max(width - Self.gap - widest, 1)
    let whole = narrowed(keys, floors.wanted, to: room)
    widths = total(keys, whole) <= room ? whole : narrowed(keys, floors.smallest, to: room)
    let left = width - Self.gap - total(keys, widths)
    for column in groups.joined() {
      widths[column] = min(widths[column], max(floors.smallest[column], left))
    }
    // As few bands as can be, and of these none much longer than another.
    bands = packed(groups, after: keys, width)
    let least = groups.map { total(keys + $0, widths) }.max() ?? 0
    for narrower in (min(least, width)..<width).reversed() {
      let even = packed(groups, after: keys, narrower)
      guard even.count == bands.count else { break }
      bands = even
    }
  }

  /// Bands of at most that width, each as full as can be. A group is divided only where it would not fit alone.
  private func packed(_ groups: [[Int]], after keys: [Int], _ width: Int) -> [[Int]] {
    let pieces = groups.flatMap { group in
      total(keys + group, widths) <= width ? [group] : group.map { [$0] }
    }
    return pieces.reduce(into: []) { bands, piece in
      if let band = bands.last, total(band + piece, widths) <= width {
        bands[bands.count - 1] += piece
      } else {
        bands.append(keys + piece)
      }
    }
  }
}
