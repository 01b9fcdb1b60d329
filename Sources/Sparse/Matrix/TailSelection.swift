internal import CKernels

/// Which of some numbers are nearest to zero, an exact count of each tail: of the positive and of
/// the negative ones, or of all together. Found by histograms over the bits of the magnitude, in
/// three passes, each over what the one before left open; among equals the lower position is
/// taken first. O(n) without a sort or a copy, in fixed chunks that threads share.
struct TailSelection {
  /// The numbers; those that are none are never taken.
  let scores: UnsafeBufferPointer<Float>
  /// Whether positive and negative numbers are one tail, zeros among them. If not, exact zeros
  /// belong to neither, and whoever collects takes them all.
  let pooled: Bool
  /// Who shares the work; nil for the caller alone.
  let pool: ThreadPool?

  /// Numbers of a chunk. Fixed, so that nothing depends on the number of threads.
  private static let chunk = 1 << 16
  /// A magnitude has 31 bits: 11, then 10, then 10.
  private static let digits: [(shift: UInt32, bits: UInt32)] = [(20, 11), (10, 10), (0, 10)]
  /// Bins of a chunk's histogram: two tails of 2¹¹, exact zeros, and what is no number.
  private static let bins = 2 << 11 + 2
  private static let infinity = Float.infinity.bitPattern

  private var chunks: Int { (scores.count + Self.chunk - 1) / Self.chunk }

  private func range(_ chunk: Int) -> Range<Int> {
    chunk * Self.chunk..<min((chunk + 1) * Self.chunk, scores.count)
  }

  private func forEachChunk(_ body: (Int) -> Void) {
    if let pool, chunks > 1 { pool.run(chunks, body) } else { (0..<chunks).forEach(body) }
  }

  /// A tail's selection as far as it is known: magnitudes (as bits) below `threshold` are taken, and
  /// of those equal to it the first `ties`.
  private struct Tail {
    var threshold: UInt32 = 0
    var ties = 0
    /// Whether further digits are to be found.
    var isOpen = false
    /// By chunk, how many are below the threshold.
    var below: [Int]
    /// By chunk, how many are equal to what is known of the threshold.
    var equal: [Int]
  }

  /// The positions of what is taken, ascending: of each tail as many as `wanted` says of its count.
  func positions(wanted: (Int) -> Int) -> [Int32] {
    var tails = [Tail](
      repeating: Tail(
        below: [Int](repeating: 0, count: chunks), equal: [Int](repeating: 0, count: chunks)),
      count: 2)
    var zeros = [Int](repeating: 0, count: chunks)
    for (place, digit) in Self.digits.enumerated() {
      guard place == 0 || tails.contains(where: \.isOpen) else { break }
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(chunks, 1) * Self.bins) { bins in
        bins.initialize(repeating: 0)
        guard let base = bins.baseAddress else { return }
        if place == 0 { countAll(into: base) } else { count(digit, tails, into: base) }
        for tail in 0...1 {
          if place == 0 { begin(&tails[tail], tail, bins, wanted: wanted) }
          if tails[tail].isOpen { narrow(&tails[tail], tail, digit, bins) }
        }
        if place == 0 { zeros = (0..<chunks).map { Int(bins[$0 * Self.bins + 2 << 11]) } }
      }
    }
    return collect(tails, zeros: zeros)
  }

  /// Histograms of the highest digit, by chunk.
  private func countAll(into bins: UnsafeMutablePointer<UInt32>) {
    let zeroBin = pooled ? 0 : 2 << 11
    let sign: UInt32 = pooled ? 0 : 1 << 11
    forEachChunk { chunk in
      let (scores, bins) = (scores, bins + chunk * Self.bins)
      for position in range(chunk) {
        let bits = scores[position].bitPattern
        let magnitude = bits & 0x7FFF_FFFF
        var bin = Int(bits &>> 20 & sign | magnitude &>> 20)
        bin = magnitude == 0 ? zeroBin : bin
        bin = magnitude > Self.infinity ? 2 << 11 + 1 : bin
        bins[bin] &+= 1
      }
    }
  }

  /// Histograms of a further digit, by chunk, of those whose higher digits are the threshold's.
  private func count(
    _ digit: (shift: UInt32, bits: UInt32), _ tails: [Tail],
    into bins: UnsafeMutablePointer<UInt32>
  ) {
    let (shift, above, mask) = (digit.shift, digit.shift + digit.bits, UInt32(1) << digit.bits - 1)
    let used: UInt32 = pooled ? 0x7FFF_FFFF : .max
    // No number's higher digits are all ones.
    let first = tails[0].isOpen ? tails[0].threshold >> above : .max
    let second = tails[1].isOpen ? (tails[1].threshold | 1 << 31) >> above : .max
    forEachChunk { chunk in
      let bins = bins + chunk * Self.bins
      forEachOpen(in: range(chunk), used, above, first, second) { bits in
        let isZero = bits & 0x7FFF_FFFF == 0 && !pooled
        let bin = (bits &>> 31) &<< 11 | bits &>> shift & mask
        bins[isZero ? 2 << 11 : Int(bin)] &+= 1
      }
    }
  }

  /// Calls `body` with the bits of the numbers whose higher digits are one of two. Few are: a kernel
  /// finds them, piece by piece.
  private func forEachOpen(
    in range: Range<Int>, _ used: UInt32, _ above: UInt32, _ first: UInt32, _ second: UInt32,
    _ body: (UInt32) -> Void
  ) {
    guard let base = scores.baseAddress else { return }
    let piece = 1024
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: piece) { open in
      guard let found = open.baseAddress else { return }
      for start in stride(from: range.lowerBound, to: range.upperBound, by: piece) {
        let count = min(piece, range.upperBound - start)
        let matches = InstructionSet.anyTable.pointee.open_numbers(
          count, base + start, used, above, first, second, found)
        for place in 0..<matches { body(open[place]) }
      }
    }
  }

  /// How many of a tail there are, and with that whether a threshold must be found at all.
  private func begin(
    _ tail: inout Tail, _ index: Int, _ bins: UnsafeMutableBufferPointer<UInt32>,
    wanted: (Int) -> Int
  ) {
    for chunk in 0..<chunks {
      let base = chunk * Self.bins + index << 11
      tail.equal[chunk] = (base..<base + 1 << 11).reduce(0) { $0 &+ Int(bins[$1]) }
    }
    let candidates = tail.equal.reduce(0, +)
    tail.ties = wanted(candidates)
    if tail.ties >= candidates {
      (tail.threshold, tail.ties, tail.below) = (Self.infinity + 1, 0, tail.equal)
      tail.equal = [Int](repeating: 0, count: chunks)
    } else if tail.ties > 0 {
      tail.isOpen = true
    } else {
      (tail.ties, tail.equal) = (0, [Int](repeating: 0, count: chunks))
    }
  }

  /// One more digit of a tail's threshold.
  private func narrow(
    _ tail: inout Tail, _ index: Int, _ digit: (shift: UInt32, bits: UInt32),
    _ bins: UnsafeMutableBufferPointer<UInt32>
  ) {
    var bin = 0
    while true {
      var count = 0
      for chunk in 0..<chunks { count += Int(bins[chunk * Self.bins + index << 11 + bin]) }
      if tail.ties <= count { break }
      tail.ties -= count
      for chunk in 0..<chunks {
        tail.below[chunk] += Int(bins[chunk * Self.bins + index << 11 + bin])
      }
      bin += 1
    }
    for chunk in 0..<chunks {
      tail.equal[chunk] = Int(bins[chunk * Self.bins + index << 11 + bin])
    }
    tail.threshold |= UInt32(bin) << digit.shift
  }

  /// The positions, each chunk's written to its place by whoever has the chunk.
  private func collect(_ tails: [Tail], zeros: [Int]) -> [Int32] {
    var starts = [0]
    var ties = [[tails[0].ties, tails[1].ties]]
    for chunk in 0..<chunks {
      let taken = (0...1).map { min(tails[$0].equal[chunk], ties[chunk][$0]) }
      let below = tails[0].below[chunk] + tails[1].below[chunk]
      starts.append(starts[chunk] + below + taken[0] + taken[1] + (pooled ? 0 : zeros[chunk]))
      ties.append([ties[chunk][0] - taken[0], ties[chunk][1] - taken[1]])
    }
    let count = starts[chunks]
    return [Int32](unsafeUninitializedCapacity: count) { removed, filled in
      let removed = UnsafeMutableBufferPointer(rebasing: removed[..<count])
      removed.initialize(repeating: 0)
      forEachChunk { chunk in
        // Exact zeros are below any threshold but 0.
        let least: UInt32 = pooled ? 0 : 1
        collect(
          range(chunk), (max(least, tails[0].threshold), max(least, tails[1].threshold)),
          (ties[chunk][0], ties[chunk][1]),
          into: UnsafeMutableBufferPointer(rebasing: removed[starts[chunk]..<starts[chunk + 1]]))
      }
      filled = count
    }
  }

  private func collect(
    _ range: Range<Int>, _ thresholds: (UInt32, UInt32), _ ties: (Int, Int),
    into removed: UnsafeMutableBufferPointer<Int32>
  ) {
    var ties = [ties.0, ties.1]
    let (scores, sign) = (scores, pooled ? 0 : 1)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2) { byTail in
      (byTail[0], byTail[1]) = thresholds
      var (count, position) = (0, range.lowerBound)
      // Writes first and counts after, by arithmetic alone: whether a number goes is beyond
      // prediction, so a branch would cost more.
      while count < removed.count {
        let bits = scores[position].bitPattern
        let magnitude = bits & 0x7FFF_FFFF
        let tail = Int(bits &>> 31) & sign
        removed[count] = Int32(truncatingIfNeeded: position)
        count &+= Int((magnitude &- byTail[tail]) &>> 31)
        if magnitude == byTail[tail], ties[tail] > 0 {
          ties[tail] -= 1
          count &+= 1
        }
        position &+= 1
      }
    }
  }
}
