/// How work is cut so that what kernels write is still in a cache when it is read next.
enum BatchTile {
  /// Neurons computed before their epilogue, so that their rows are still in the first-level
  /// cache. A multiple of 16 (the dropout mask's blocks) and of 6 (the dense kernel's outputs).
  static let neurons = 48

  /// Vectors of the batch that kernels take all outputs through before the next ones; a wider
  /// batch reads its input panel piece by piece.
  static let vectors = 8

  /// Connections from which the weights, looked up output by output in a narrow batch, would fit
  /// no cache.
  static let scattered = 1 << 20
}
