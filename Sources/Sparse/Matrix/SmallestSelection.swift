/// Which of some magnitudes are the smallest, an exact count of them: a threshold and how many of
/// those equal to it belong. Found by a histogram over the bits, in three passes, each over what
/// the one before left open. O(n) time and memory, without a sort.
struct SmallestSelection {
  /// Magnitudes below this one (as bits) are taken, and `ties` of those equal to it.
  private var threshold: UInt32 = 0
  private var ties = 0

  /// Above infinity, below all that are not numbers.
  private static let beyond = Float.infinity.bitPattern + 1

  /// Selects `count` of the magnitudes (the bits of floats without their sign), or all of them if
  /// they are fewer.
  init(count: Int, of magnitudes: [UInt32]) {
    guard count > 0 else { return }
    guard count < magnitudes.count else {
      threshold = Self.beyond
      return
    }
    var wanted = count
    var open = magnitudes
    // A magnitude has 31 bits: 11, then 10, then 10.
    for (shift, bits) in [(20, 11), (10, 10), (0, 10)] as [(UInt32, UInt32)] {
      let mask: UInt32 = 1 << bits - 1
      var histogram = [Int](repeating: 0, count: 1 << Int(bits))
      histogram.withUnsafeMutableBufferPointer { histogram in
        for magnitude in open { histogram[Int(magnitude >> shift & mask)] &+= 1 }
      }
      var bin = 0
      while wanted > histogram[bin] {
        wanted -= histogram[bin]
        bin += 1
      }
      threshold |= UInt32(bin) << shift
      open = open.filter { $0 >> shift & mask == UInt32(bin) }
    }
    ties = wanted
  }

  /// Whether a magnitude is among the selected; asked once for each, in order.
  mutating func takes(_ magnitude: UInt32) -> Bool {
    guard magnitude == threshold, ties > 0 else { return magnitude < threshold }
    ties -= 1
    return true
  }
}
