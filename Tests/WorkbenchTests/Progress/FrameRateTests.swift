import Testing
import Workbench

struct FrameRateTests {
  /// How many frames are drawn in a second in which one could be every millisecond.
  private func frames(burst: Int = 1, cost: Duration) -> Int {
    var rate = FrameRate(burst: burst)
    let start = ContinuousClock.now
    return (0..<1000).count { millisecond in
      let now = start + .milliseconds(millisecond)
      guard rate.isDue(at: now) else { return false }
      rate.drew(in: cost, at: now)
      return true
    }
  }

  @Test func `ten a second`() {
    #expect(frames(cost: .zero) == 10)
    #expect(frames(burst: 2, cost: .zero) == 11)
  }

  @Test func `drawing takes no more than a fiftieth of the time`() {
    #expect(frames(cost: .milliseconds(4)) == 5)
    #expect(frames(cost: .milliseconds(20)) == 1)
  }

  @Test func `two follow each other at once after a while without any`() {
    var rate = FrameRate(burst: 2)
    var now = ContinuousClock.now
    for _ in 0..<3 {
      for _ in 0..<2 {
        let isDue = rate.isDue(at: now)
        #expect(isDue)
        rate.drew(in: .milliseconds(1), at: now)
      }
      let isDue = rate.isDue(at: now)
      #expect(!isDue)
      now += .seconds(1)
    }
  }
}
