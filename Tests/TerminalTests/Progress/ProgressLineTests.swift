import Synchronization
import Terminal
import Testing
import Workbench

struct ProgressLineTests {
  /// A clock that is set by hand, and all that was written.
  private final class Fake: Sendable {
    let time = Atomic<UInt64>(5_000_000_000)
    private let written = Mutex("")

    var text: String { written.withLock { $0 } }

    func line(isActive: Bool = true) -> ProgressLine {
      ProgressLine(
        environment: ["COLUMNS": "60", "LANG": "C.UTF-8"], isActive: isActive,
        now: { self.time.load(ordering: .relaxed) },
        write: { text in self.written.withLock { $0 += text } })
    }

    func pass(milliseconds: UInt64) { time.add(milliseconds * 1_000_000, ordering: .relaxed) }
  }

  private func progress(_ epoch: Int) -> Progress {
    Progress(name: "a", epoch: epoch, epochs: 9)
  }

  /// How often the line was written, whatever its bar.
  private func epochs(_ text: String) -> [Substring] {
    text.split(separator: "\r").compactMap { $0.split(separator: " ").dropFirst(2).first }
  }

  @Test func `a line rewrites itself`() {
    let fake = Fake()
    let line = fake.line()
    line.update(progress(1))
    fake.pass(milliseconds: 100)
    line.update(progress(2))
    #expect(epochs(fake.text) == ["1/9", "2/9"])
    #expect(fake.text.hasPrefix("\ra  epoch 1/9"))
    #expect(fake.text.hasSuffix("\u{1B}[K"))
    #expect(!fake.text.contains("\n"))
  }

  @Test func `it is written at most ten times a second, and the last state counts`() {
    let fake = Fake()
    let line = fake.line()
    for epoch in 1...9 {
      line.update(progress(epoch))
      fake.pass(milliseconds: 20)
    }
    #expect(epochs(fake.text) == ["1/9", "6/9"])
    line.finish()
    #expect(epochs(fake.text) == ["1/9", "6/9", "9/9"])
    #expect(fake.text.hasSuffix("\u{1B}[K\n"))
  }

  @Test func `erased, it leaves nothing and comes back at once`() {
    let fake = Fake()
    let line = fake.line()
    line.update(progress(1))
    line.erase()
    #expect(fake.text.hasSuffix("\r\u{1B}[K"))
    line.erase()
    line.update(progress(2))
    #expect(epochs(fake.text).suffix(1) == ["2/9"])
  }

  @Test func `without a terminal nothing is written`() {
    let fake = Fake()
    let line = fake.line(isActive: false)
    line.update(progress(1))
    line.erase()
    line.finish()
    #expect(fake.text == "")
  }

  @Test func `without an update nothing is written`() {
    let fake = Fake()
    fake.line().finish()
    #expect(fake.text == "")
  }
}
