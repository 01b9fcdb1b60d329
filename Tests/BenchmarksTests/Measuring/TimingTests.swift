import Benchmarks
import Testing

struct TimingTests {
  @Test func `the median is the middle, or the mean of the two middle ones`() {
    #expect(Timing(samples: [5, 1, 2]).median == 2)
    #expect(Timing(samples: [4, 1, 2, 9]).median == 3)
    #expect(Timing(samples: [7]).median == 7)
    #expect(Timing.median(of: []) == 0)
  }

  @Test func `the minimum is the least`() {
    #expect(Timing(samples: [5, 1, 2]).minimum == 1)
  }

  @Test func `speeds are compared round by round, so that noise cancels`() {
    // The machine was three times slower in the second round and in the fourth: the ratio is 2.
    let fast = Timing(samples: [1, 3, 1, 3])
    let slow = Timing(samples: [2, 6, 2, 6])
    #expect(fast.speed(against: slow) == 2)
    #expect(slow.speed(against: fast) == 0.5)
  }
}
