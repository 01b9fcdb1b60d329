internal import CKernels

// Many numbers at once: the same as one by one, several times faster.
extension RandomStream {
  /// The next random words, as `nextWord` gives them one by one.
  public mutating func fill(_ words: UnsafeMutableBufferPointer<UInt32>) {
    guard let base = words.baseAddress else { return }
    var filled = 0
    while filled < words.count, isWithinBlock {
      words[filled] = nextWord()
      filled += 1
    }
    let blocks = (words.count - filled) / 4
    if blocks > 0 {
      let key = [philox.key.x, philox.key.y]
      InstructionSet.anyTable.pointee.random_words(
        index, blocks, key, [address.x, address.y], base + filled)
      index &+= UInt64(blocks)
      filled += 4 * blocks
      block = SIMD4(base[filled - 4], base[filled - 3], base[filled - 2], base[filled - 1])
    }
    while filled < words.count {
      words[filled] = nextWord()
      filled += 1
    }
  }

  /// Floats uniform between two bounds, as `uniform` gives them one by one. O(numbers).
  public mutating func fill(
    _ numbers: UnsafeMutableBufferPointer<Float>, uniformFrom lower: Float, to upper: Float
  ) {
    numbers.withMemoryRebound(to: UInt32.self) { words in
      // Piece by piece, so that the words are still in a cache when they become floats.
      for first in stride(from: 0, to: words.count, by: Self.piece) {
        let piece = UnsafeMutableBufferPointer(
          rebasing: words[first..<min(first + Self.piece, words.count)])
        fill(piece)
        for place in piece.indices {
          let share = Float(Int32(bitPattern: piece[place] &>> 8)) * 0x1p-24
          piece[place] = (lower + (upper - lower) * share).bitPattern
        }
      }
    }
  }

  /// Whole numbers uniform on 0 ..< bound, as `integer(below:)` gives them one by one. O(numbers).
  /// - Precondition: `bound` > 0.
  mutating func fill(_ numbers: UnsafeMutableBufferPointer<UInt64>, below bound: UInt64) {
    precondition(bound > 0)
    let rejected = (0 &- bound) % bound
    var filled = 0
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.piece) { words in
      while filled < numbers.count {
        let pairs = min(Self.piece / 2, numbers.count - filled)
        fill(UnsafeMutableBufferPointer(rebasing: words[..<(2 * pairs)]))
        for pair in 0..<pairs {
          let drawn = UInt64(words[2 &* pair &+ 1]) &<< 32 | UInt64(words[2 &* pair])
          let product = drawn.multipliedFullWidth(by: bound)
          // One in 2⁶⁴/bound is drawn anew: the next pair stands in for it.
          numbers[filled] = product.high
          filled &+= product.low >= rejected ? 1 : 0
        }
      }
    }
  }

  /// Words drawn at once.
  private static let piece = 4096
}
