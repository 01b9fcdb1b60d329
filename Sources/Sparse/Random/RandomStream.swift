/// What a stream of random numbers is drawn for. Streams of different purposes never overlap, so
/// that drawing more for one thing changes nothing else. The raw values are part of every
/// recorded result: append, never renumber.
public enum RandomPurpose: UInt32, Sendable, CaseIterable {
  case topology = 1
  case weights = 2
  case activation = 3
  case shuffle = 4
  case dropout = 5
  case growth = 6
  case growthWeights = 7
  case data = 8
  case split = 9
  case augmentation = 10
  case similarity = 11
  case skip = 12
  case bootstrap = 13
  case similaritySamples = 14
  case skipDropout = 15
  case test = 99
}

/// A stream of random numbers addressed by seed, purpose, epoch and layer: a value whose state is
/// its whole state. The same address gives the same numbers on every machine.
public struct RandomStream: RandomNumberGenerator, Sendable, Equatable {
  let philox: Philox
  let address: SIMD2<UInt32>
  var index: UInt64 = 0
  var block: SIMD4<UInt32> = .zero
  private var used = 4

  /// The stream of a purpose under a seed; `epoch` (below 2³²) and `layer` (below 2¹⁶; both
  /// wrap beyond) give each its own. The layer shares a word with the purpose.
  public init(seed: UInt64, purpose: RandomPurpose, epoch: Int = 0, layer: Int = 0) {
    philox = Philox(
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
    address = SIMD2(
      UInt32(truncatingIfNeeded: epoch),
      purpose.rawValue << 16 | UInt32(truncatingIfNeeded: layer) & 0xFFFF)
  }

  /// Whether some words of a block drawn before are left.
  var isWithinBlock: Bool { used < 4 }

  /// Four random words found by their number, whatever was drawn before: those that a new stream of
  /// this address gives after `4 · number` others. O(1).
  public func block(at number: UInt64) -> SIMD4<UInt32> {
    philox.block(
      SIMD4(
        UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32), address.x,
        address.y))
  }

  /// The next 32 random bits.
  public mutating func nextWord() -> UInt32 {
    if used == 4 {
      block = block(at: index)
      index &+= 1
      used = 0
    }
    defer { used += 1 }
    return block[used]
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    let low = UInt64(nextWord())
    return UInt64(nextWord()) << 32 | low
  }

  /// A float uniform on [0, 1), a multiple of 2⁻²⁴.
  public mutating func uniform() -> Float {
    Float(nextWord() >> 8) * 0x1p-24
  }

  /// A double uniform on (0, 1), never an end: for logarithms.
  public mutating func openUniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }

  /// A float uniform between two bounds.
  public mutating func uniform(_ lower: Float, _ upper: Float) -> Float {
    lower + (upper - lower) * uniform()
  }

  /// A whole number uniform on 0 ..< bound, without bias (Lemire's multiply and reject).
  /// - Precondition: `bound` > 0.
  public mutating func integer(below bound: UInt64) -> UInt64 {
    precondition(bound > 0)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return product.high
  }

  /// Shuffles in place, every order equally likely (Fisher–Yates). O(n).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for i in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(i, Int(integer(below: UInt64(i + 1))))
    }
  }
}
