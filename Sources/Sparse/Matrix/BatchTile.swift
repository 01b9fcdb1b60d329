/// How much of a batch the kernels take at a time, so that what they read over and over fits the
/// second-level cache.
enum BatchTile {
  /// Output neurons computed before their epilogue, so that their rows are still in the
  /// first-level cache.
  static let neurons = 32

  /// Bytes of a panel that may be in use at a time.
  private static let cache = 1 << 20

  /// Vectors of 16 samples for a panel of `features` rows: all of a narrow batch or panel; fewer
  /// where the panel would overflow the cache; as many as registers hold (8) where not even one
  /// vector of each row would fit.
  static func vectors(features: Int, batchVectors: Int) -> Int {
    for tile in [8, 4, 2, 1] where features * tile * 64 <= cache { return min(tile, batchVectors) }
    return min(8, batchVectors)
  }
}
