/// The counter-based generator Philox4x32-10: a bijection of a 128-bit counter under a 64-bit key.
///
/// Any block can be computed on its own, so that what a neuron draws does not depend on which
/// thread computes it, nor on what was drawn before.
/// Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
public struct Philox: Sendable, Equatable {
  /// The two words of the key.
  public let key: SIMD2<UInt32>

  /// A generator under a key.
  public init(key: SIMD2<UInt32>) { self.key = key }

  /// The four random words at `counter`. Ten rounds; O(1).
  public func block(_ counter: SIMD4<UInt32>) -> SIMD4<UInt32> {
    var c = counter
    var k = key
    for round in 0..<10 {
      if round > 0 { k &+= SIMD2(0x9E37_79B9, 0xBB67_AE85) }
      let even = UInt64(c.x) &* 0xD251_1F53
      let odd = UInt64(c.z) &* 0xCD9E_8D57
      c = SIMD4(
        UInt32(truncatingIfNeeded: odd &>> 32) ^ c.y ^ k.x, UInt32(truncatingIfNeeded: odd),
        UInt32(truncatingIfNeeded: even &>> 32) ^ c.w ^ k.y, UInt32(truncatingIfNeeded: even))
    }
    return c
  }
}
