internal import Synchronization

/// The `count` smallest of ranked cells that come in any order and from several threads. What is
/// kept does not depend on the order, since no two cells are equal.
///
/// Holds at most half as many again as are wanted (or 16,384 more, if that is more), 16 bytes each;
/// a selection whenever that is full costs O(1) for each cell that came.
final class RunningSelection: Sendable {
  private struct State {
    var cells: [RankedCell] = []
    var bound: RankedCell?
  }

  private let state = Mutex(State())
  private let count: Int
  private let room: Int

  /// A selection of `count` cells.
  /// - Precondition: `count` > 0.
  init(of count: Int) {
    precondition(count > 0)
    self.count = count
    room = count + max(count / 2, 16_384)
  }

  /// A cell after which none can be among the smallest any more; nil while every cell can.
  var bound: RankedCell? { state.withLock { $0.bound } }

  /// Takes in more cells; returns the new bound.
  func add(_ cells: [RankedCell]) -> RankedCell? {
    state.withLock { state in
      for cell in cells where state.bound.map({ cell < $0 }) ?? true {
        if state.cells.count == room { shrink(&state) }
        state.cells.append(cell)
      }
      return state.bound
    }
  }

  /// The smallest of all that came, as cells in ascending order; all, where they are fewer.
  func cells() -> [Cell] {
    state.withLock { state in
      if state.cells.count > count { shrink(&state) }
      return state.cells.map(\.cell).sorted()
    }
  }

  private func shrink(_ state: inout State) {
    state.cells.withUnsafeMutableBufferPointer { RankedCell.select(count, of: $0) }
    state.cells.removeLast(state.cells.count - count)
    state.bound = state.cells[count - 1]
  }
}
