/// Picks the numbers smallest in magnitude out of an array, an exact count of them: found by a
/// histogram over the bits of the magnitude, in three passes. O(n) time, O(1) memory.
struct SmallestSelection {
  /// Magnitudes below this one (as bits) are taken, and `ties` of those equal to it.
  private var threshold: UInt32 = 0
  private var ties = 0

  /// Selects `count` of the numbers that `belongs` admits, or all of them if they are fewer.
  init(count: Int, in scores: [Float], where belongs: (Float) -> Bool) {
    var wanted = count
    guard wanted > 0 else { return }
    // A magnitude has 31 bits: 11, then 10, then 10.
    for (shift, bits) in [(20, 11), (10, 10), (0, 10)] as [(UInt32, UInt32)] {
      var histogram = [Int](repeating: 0, count: 1 << bits)
      let prefix = shift + bits
      for score in scores where belongs(score) {
        let magnitude = score.magnitude.bitPattern
        guard prefix >= 31 || magnitude >> prefix == threshold >> prefix else { continue }
        histogram[Int(magnitude >> shift) & (1 << bits - 1)] += 1
      }
      guard let bin = Self.bin(of: &wanted, in: histogram) else {
        threshold = .max  // fewer than `count` belong: take all
        return
      }
      threshold |= UInt32(bin) << shift
    }
    ties = wanted
  }

  /// The bin in which the wanted rank falls; `wanted` becomes the rank within it.
  private static func bin(of wanted: inout Int, in histogram: [Int]) -> Int? {
    for (bin, count) in histogram.enumerated() {
      if wanted <= count { return bin }
      wanted -= count
    }
    return nil
  }

  /// Whether a number is among the selected; asked once for each, in order.
  mutating func takes(_ score: Float) -> Bool {
    let magnitude = score.magnitude.bitPattern
    if magnitude < threshold { return true }
    guard magnitude == threshold, ties > 0 else { return false }
    ties -= 1
    return true
  }
}
