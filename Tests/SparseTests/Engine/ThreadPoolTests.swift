import Sparse
import Synchronization
import Testing

@Suite struct ThreadPoolTests {
  /// Atomic, which the thread sanitizer understands; Swift's Mutex it does not.
  private final class Counter: Sendable {
    private let count = Atomic(0)
    var value: Int { count.load(ordering: .relaxed) }
    func increment() { count.add(1, ordering: .relaxed) }
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 100]) func runsEveryPartOnce(threads: Int, parts: Int)
  {
    let pool = ThreadPool(threads: threads)
    #expect(pool.threads == threads)
    for _ in 0..<20 {
      let counts = (0..<parts).map { _ in Counter() }
      pool.run(parts) { part in counts[part].increment() }
      #expect(counts.allSatisfy { $0.value == 1 })
    }
  }

  @Test func aCallFromInsideACallCompletes() {
    let pool = ThreadPool(threads: 3)
    let counter = Counter()
    pool.run(6) { _ in pool.run(5) { _ in counter.increment() } }
    #expect(counter.value == 30)
  }

  @Test func severalThreadsMayShareAPool() async {
    let pool = ThreadPool(threads: 2)
    let counter = Counter()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<50 { pool.run(10) { _ in counter.increment() } }
        }
      }
    }
    #expect(counter.value == 4 * 50 * 10)
  }

  @Test func poolsComeAndGoInNumbers() {
    let counter = Counter()
    for _ in 0..<100 { ThreadPool(threads: 3).run(4) { _ in counter.increment() } }
    #expect(counter.value == 400)
  }

  @Test func subnormalsAreFlushedInsideAndKeptOutside() {
    // Behind an atomic, so that the compiler cannot halve it beforehand.
    let tiny = Atomic(Float.leastNormalMagnitude.bitPattern)
    func half() -> Float { Float(bitPattern: tiny.load(ordering: .relaxed)) * 0.5 }
    #expect(half() != 0)
    let flushed = Counter()
    ThreadPool(threads: 2).run(50) { _ in if half() == 0 { flushed.increment() } }
    #expect(flushed.value == 50)
    ThreadPool(threads: 1).run(1) { _ in #expect(half() == 0) }
    #expect(half() != 0)
  }
}
