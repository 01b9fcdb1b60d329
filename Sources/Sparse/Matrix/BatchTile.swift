internal import CKernels

/// How work is cut so that what kernels read again and again stays in a cache.
enum BatchTile {
  /// Neurons computed before their epilogue, so that their rows are still in the first-level
  /// cache. A multiple of 16 (the dropout mask's blocks) and of 6 (the dense kernel's outputs).
  static let neurons = 48

  /// Calls `body` with one piece of a range after the other, `length` neurons each but the last.
  @inline(__always)
  static func forEachBlock(
    of range: Range<Int>, length: Int = neurons, _ body: (Range<Int>) -> Void
  ) {
    for lower in stride(from: range.lowerBound, to: range.upperBound, by: max(length, 1)) {
      body(lower..<min(lower + length, range.upperBound))
    }
  }

  /// Connections from which the weights, looked up output by output in a narrow batch, would fit
  /// no cache.
  static let scattered = 1 << 20

  /// Vectors of a panel, 64 bytes each, that fit a second-level cache.
  private static let cached = 1 << 14

  /// Whether threads take stretches of the batch each, since so few outputs would not share out
  /// evenly.
  static func cutsBatch(outputs: Int, threads: Int) -> Bool {
    threads > 1 && outputs > 0 && outputs < 2 * neurons
  }

  /// The stretches, in vectors, that a batch is taken in where each connection reads a row of a
  /// panel with that many features: the whole batch if the panel fits a second-level cache (but
  /// no more than 1024 samples, as all products over samples), else eight vectors at a time, or four
  /// if even those do not fit. The same on every machine, since it decides the order of sums.
  static func stretches(vectors: Int, features: Int) -> [Range<Int>] {
    let fits = features <= cached / max(vectors, 1)
    let length =
      fits ? min(max(vectors, 1), Int(KERNEL_STRETCH) / 16) : features <= cached / 8 ? 8 : 4
    return stride(from: 0, to: vectors, by: length).map { $0..<min($0 + length, vectors) }
  }
}
