import Testing

@testable import Jupyter

struct ReplayGuardTests {
  private func signature(_ number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  @Test func `a signature is new once`() {
    var replays = ReplayGuard()
    func isNew(_ number: Int) -> Bool { replays.isNew(signature(number)) }
    #expect(isNew(1))
    #expect(isNew(2))
    #expect(!isNew(1))
    #expect(!isNew(2))
  }

  @Test func `as many as promised are remembered, and no more`() {
    var replays = ReplayGuard()
    func isNew(_ number: Int) -> Bool { replays.isNew(signature(number)) }
    let count = ReplayGuard.capacity
    for number in 0..<count { #expect(isNew(number)) }
    #expect(!isNew(0))
    #expect(isNew(count))
    #expect(isNew(0), "the oldest is forgotten")
    #expect(!isNew(2), "the others are not")
  }
}
