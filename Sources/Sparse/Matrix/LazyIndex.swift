internal import Synchronization

/// What follows from a matrix's topology and is computed when somebody first asks: the connections
/// of each output. A large matrix that only narrow batches pass never needs the whole index, which
/// would take 8 bytes a connection. Copies of a matrix share it; a new topology has a new one.
final class LazyIndex: Sendable {
  private let offsets = Mutex<[Int]?>(nil)
  private let index = Mutex<OutputIndex?>(nil)

  /// Whether the index has been asked for.
  var isBuilt: Bool { index.withLock { $0 != nil } }

  /// Where each output's connections begin.
  func offsets(columns: Int, columnIndices: [Int32]) -> [Int] {
    offsets.withLock { offsets in
      if let offsets { return offsets }
      let counted = OutputIndex.offsets(columns: columns, columnIndices: columnIndices)
      offsets = counted
      return counted
    }
  }

  /// The whole index.
  func index(columns: Int, rowOffsets: [Int], columnIndices: [Int32]) -> OutputIndex {
    index.withLock { index in
      if let index { return index }
      let built = OutputIndex(
        offsets: offsets(columns: columns, columnIndices: columnIndices), rowOffsets: rowOffsets,
        columnIndices: columnIndices)
      index = built
      return built
    }
  }
}
