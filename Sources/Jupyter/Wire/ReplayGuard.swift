/// The signatures seen lately. One that comes a second time was recorded and sent again: every
/// message of an honest client has an id of its own, and so a signature of its own.
struct ReplayGuard {
  /// How many are remembered, as many as Jupyter's own clients do.
  static let capacity = 65_536

  private var seen: Set<[UInt8]> = []
  private var order: [[UInt8]] = []
  private var oldest = 0

  /// Notes a signature. Returns whether it is new. O(1).
  mutating func isNew(_ signature: [UInt8]) -> Bool {
    guard seen.insert(signature).inserted else { return false }
    if order.count < Self.capacity {
      order.append(signature)
    } else {
      seen.remove(order[oldest])
      order[oldest] = signature
      oldest = (oldest + 1) % Self.capacity
    }
    return true
  }
}
