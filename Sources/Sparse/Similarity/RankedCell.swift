/// A cell and the key it is chosen by: the smallest keys win, and among equals the first cells.
struct RankedCell: Comparable, Sendable {
  let key: Double
  let cell: Cell

  static func < (a: RankedCell, b: RankedCell) -> Bool {
    a.key != b.key ? a.key < b.key : a.cell < b.cell
  }

  /// Reorders so that the `count` smallest come first, the largest of them last of these; nothing
  /// else is in order. O(n) expected, whatever the order before: pivots are drawn.
  /// - Precondition: 0 < `count` ≤ the number of cells.
  static func select(_ count: Int, of cells: UnsafeMutableBufferPointer<RankedCell>) {
    precondition(count > 0 && count <= cells.count)
    let target = count - 1
    var (lower, upper) = (0, cells.count - 1)
    var draw: UInt64 = 0x9E37_79B9_7F4A_7C15
    while lower < upper {
      draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pivot = cells[lower + Int(draw >> 33) % (upper - lower + 1)]
      var (i, j) = (lower, upper)
      while i <= j {
        while cells[i] < pivot { i += 1 }
        while pivot < cells[j] { j -= 1 }
        if i <= j {
          (cells[i], cells[j]) = (cells[j], cells[i])
          i += 1
          j -= 1
        }
      }
      if target <= j { upper = j } else if target >= i { lower = i } else { return }
    }
  }
}
