extension SparseMatrix {
  /// The positions that SET's rule removes, ascending: of the n₊ positive weights the ⌊ζn₊⌋
  /// smallest, of the n₋ negative weights the ⌊ζn₋⌋ nearest zero, and besides them every weight
  /// that is exactly zero (unless ζ = 0, which removes none). Among equals the lower position
  /// goes first, so that the counts are exact. Weights that are not numbers stay.
  ///
  /// `scores` stand in for the weights where given, one a connection, as for corset. `engine`'s
  /// threads share the work; the result does not depend on them.
  /// By selection on the bits of the magnitude, without a sort: O(nonzeros).
  /// Mocanu et al. 2018, Nature Communications 9:2383.
  /// - Precondition: 0 ≤ ζ ≤ 1; `scores` has a number for each connection.
  public func twoTailRemoval(
    fraction: Double, scores: [Float]? = nil, on engine: Engine? = nil
  ) -> [Int32] {
    precondition((0...1).contains(fraction))
    precondition(scores.map { $0.count == nonzeros } ?? true)
    guard fraction > 0 else { return [] }
    return (scores ?? weights).withUnsafeBufferPointer { scores in
      TailSelection(scores: scores, pooled: false, pool: engine?.pool)
        .positions { Self.share(fraction, of: $0) }
    }
  }

  /// The positions of the `count` weights (or scores) smallest in magnitude, ascending; among
  /// equals the lower position goes first. Weights that are not numbers stay. `engine`'s threads
  /// share the work; the result does not depend on them. O(nonzeros).
  /// - Precondition: `count` ≥ 0; `scores` has a number for each connection.
  public func smallestMagnitudes(
    _ count: Int, scores: [Float]? = nil, on engine: Engine? = nil
  ) -> [Int32] {
    precondition(count >= 0)
    precondition(scores.map { $0.count == nonzeros } ?? true)
    return (scores ?? weights).withUnsafeBufferPointer { scores in
      TailSelection(scores: scores, pooled: true, pool: engine?.pool)
        .positions { min(count, $0) }
    }
  }

  /// ⌊ζ·n⌋, forgiving what binary fractions lose: 0.29 of 100 is 29.
  public static func share(_ fraction: Double, of count: Int) -> Int {
    min(count, Int((fraction * Double(count) * (1 + 0x1p-50)).rounded(.down)))
  }
}
