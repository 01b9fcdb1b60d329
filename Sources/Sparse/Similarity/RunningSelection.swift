/// The `count` smallest of ranked cells that come in any order. What is kept does not depend on the
/// order, since no two cells are equal.
///
/// Between calls it holds at most half as many again as are wanted (or 16,384 more, if that is
/// more), 16 bytes each; a selection when there are more costs O(1) for each cell that came.
struct RunningSelection {
  private var cells: [RankedCell] = []
  private let count: Int
  private let room: Int

  /// A cell after which none can be among the smallest any more; nil while every cell can.
  private(set) var bound: RankedCell?

  /// A selection of `count` cells.
  /// - Precondition: `count` > 0.
  init(of count: Int) {
    precondition(count > 0)
    self.count = count
    room = count + max(count / 2, 16_384)
  }

  /// Takes in more cells.
  mutating func add(_ more: [RankedCell]) {
    cells += more
    if cells.count > room { shrink() }
  }

  /// The smallest of all that came, in no particular order; all, where they are fewer.
  mutating func smallest() -> [RankedCell] {
    if cells.count > count { shrink() }
    return cells
  }

  private mutating func shrink() {
    cells.withUnsafeMutableBufferPointer { RankedCell.select(count, of: $0) }
    cells.removeLast(cells.count - count)
    bound = cells[count - 1]
  }
}
