extension SparseMatrix {
  /// The positions that SET's rule removes, ascending: of the n₊ positive weights the ⌊ζn₊⌋
  /// smallest, of the n₋ negative weights the ⌊ζn₋⌋ nearest zero, and besides them every weight
  /// that is exactly zero (unless ζ = 0, which removes none). Among equals the lower position
  /// goes first, so that the counts are exact. Weights that are not numbers stay.
  ///
  /// `scores` stand in for the weights where given, one a connection, as for corset.
  /// By selection on the bits of the magnitude, without a sort: O(nonzeros).
  /// Mocanu et al. 2018, Nature Communications 9:2383.
  /// - Precondition: 0 ≤ ζ ≤ 1; `scores` has a number for each connection.
  public func twoTailRemoval(fraction: Double, scores: [Float]? = nil) -> [Int] {
    precondition((0...1).contains(fraction))
    let scores = scores ?? values
    precondition(scores.count == nonzeros)
    guard fraction > 0 else { return [] }
    var tails = Self.tails(of: scores).map { tail in
      SmallestSelection(count: Self.share(fraction, of: tail.count), of: tail)
    }
    // Both loops write first and count after: whether a weight goes is beyond prediction, so a
    // branch would cost more than the write.
    return [Int](unsafeUninitializedCapacity: scores.count + 1) { removed, count in
      for position in 0..<scores.count {
        let bits = scores[position].bitPattern
        let magnitude = bits & 0x7FFF_FFFF
        removed[count] = position
        let goes = tails[Int(bits >> 31)].takes(magnitude) || magnitude == 0
        count &+= goes ? 1 : 0
      }
    }
  }

  /// The magnitudes of the positive and of the negative numbers, as bits, in order.
  private static func tails(of scores: [Float]) -> [[UInt32]] {
    var positives = 0
    var negatives = 0
    var negative: [UInt32] = []
    let positive = [UInt32](unsafeUninitializedCapacity: scores.count + 1) { positive, filled in
      negative = [UInt32](unsafeUninitializedCapacity: scores.count + 1) { negative, filled in
        for score in scores {
          positive[positives] = score.bitPattern
          negative[negatives] = score.magnitude.bitPattern
          positives &+= score > 0 ? 1 : 0
          negatives &+= score < 0 ? 1 : 0
        }
        filled = negatives
      }
      filled = positives
    }
    return [positive, negative]
  }

  /// The positions of the `count` weights (or scores) smallest in magnitude, ascending; among
  /// equals the lower position goes first. Weights that are not numbers stay. O(nonzeros).
  /// - Precondition: `count` ≥ 0; `scores` has a number for each connection.
  public func smallestMagnitudes(_ count: Int, scores: [Float]? = nil) -> [Int] {
    let scores = scores ?? values
    precondition(count >= 0 && scores.count == nonzeros)
    let magnitudes = scores.lazy.filter { !$0.isNaN }.map(\.magnitude.bitPattern)
    var smallest = SmallestSelection(count: count, of: Array(magnitudes))
    return scores.indices.filter { position in
      !scores[position].isNaN && smallest.takes(scores[position].magnitude.bitPattern)
    }
  }

  /// ⌊ζ·n⌋, forgiving what binary fractions lose: 0.29 of 100 is 29.
  public static func share(_ fraction: Double, of count: Int) -> Int {
    min(count, Int((fraction * Double(count) * (1 + 0x1p-50)).rounded(.down)))
  }
}
