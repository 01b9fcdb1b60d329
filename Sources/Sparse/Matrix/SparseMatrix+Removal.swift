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
    var positive = 0
    var negative = 0
    for score in scores {
      if score > 0 { positive += 1 } else if score < 0 { negative += 1 }
    }
    var above = SmallestSelection(
      count: Self.share(fraction, of: positive), in: scores, where: { $0 > 0 })
    var below = SmallestSelection(
      count: Self.share(fraction, of: negative), in: scores, where: { $0 < 0 })
    var removed: [Int] = []
    for (position, score) in scores.enumerated() {
      if score == 0 || (score > 0 && above.takes(score)) || (score < 0 && below.takes(score)) {
        removed.append(position)
      }
    }
    return removed
  }

  /// The positions of the `count` weights (or scores) smallest in magnitude, ascending; among
  /// equals the lower position goes first. Numbers that are not numbers stay. O(nonzeros).
  /// - Precondition: `count` ≥ 0.
  public func smallestMagnitudes(_ count: Int, scores: [Float]? = nil) -> [Int] {
    let scores = scores ?? values
    precondition(count >= 0 && scores.count == nonzeros)
    var smallest = SmallestSelection(count: count, in: scores, where: { !$0.isNaN })
    return scores.indices.filter { !scores[$0].isNaN && smallest.takes(scores[$0]) }
  }

  /// ⌊ζ·n⌋, forgiving what binary fractions lose: 0.29 of 100 is 29.
  public static func share(_ fraction: Double, of count: Int) -> Int {
    min(count, Int((fraction * Double(count) * (1 + 0x1p-50)).rounded(.down)))
  }
}
