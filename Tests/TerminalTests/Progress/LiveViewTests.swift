import TestSupport
import Testing
import Training
import Workbench

@testable import Terminal

struct LiveViewTests {
  /// A terminal of a size that changes, and a clock that is set by hand.
  private final class Fake {
    var size = LiveFrame.Size(columns: 80, rows: 24)
    var time = ContinuousClock.now
    var text = ""
    var frames = 0

    func view(isActive: Bool = true) -> LiveView {
      LiveView(
        isActive: isActive, measure: { self.size }, now: { self.time },
        write: {
          self.text += $0
          self.frames += 1
        })
    }

    var screen: TerminalScreen {
      var screen = TerminalScreen(columns: size.columns, rows: size.rows)
      screen.show(text)
      return screen
    }
  }

  private func training(
    epochs: Int, isSparse: Bool = true, isValidated: Bool = false
  ) throws -> WatchedTraining {
    var training = try #require(WatchedTraining(start(isWatched: true)))
    if isSparse { training.observe(.degrees([2, 3, 3, 4])) }
    for epoch in 0..<epochs {
      training.observe(
        .epoch(
          EpochRecord(
            epoch: epoch + 1, epochs: 50, trainLoss: 1, trainAccuracy: 0.5 + Double(epoch) / 100,
            testLoss: 1, testAccuracy: 0.4 + Double(epoch) / 100,
            validationAccuracy: isValidated ? 0.45 : nil, seconds: 1)))
      for layer in 1...2 {
        training.observe(
          .evolution(
            EvolutionRecord(
              epoch: epoch + 1, layer: layer, removed: 1000 * layer, added: 1000 * layer,
              nonzeros: 50, density: 0.1)))
      }
      if isSparse { training.observe(.degrees([1, 2, 3, 6])) }
    }
    return training
  }

  private func withoutCodes(_ line: String) -> String {
    line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  }

  private func start(isWatched: Bool) -> TrainingStart {
    TrainingStart(
      dataName: "a", widths: [4, 3, 2], parameters: 12_000, density: 0.125, epochs: 50, batches: 1,
      isWatched: isWatched)
  }

  private func frame(
    _ epoch: Int, color: Bool = false, isSparse: Bool = true, isValidated: Bool = false
  ) throws -> LiveFrame {
    LiveFrame(
      Progress(name: "first", epoch: epoch, epochs: 50),
      try training(epochs: epoch, isSparse: isSparse, isValidated: isValidated), unicode: true,
      color: color)
  }

  @Test func `what nobody watches has no picture`() {
    #expect(WatchedTraining(start(isWatched: false)) == nil)
  }

  @Test func `a picture has the state, the connections and both charts side by side`() throws {
    let lines = try #require(try frame(7).lines(on: .init(columns: 80, rows: 24)))
    #expect(lines[0].hasPrefix("first  epoch 7/50"))
    #expect(
      lines[1] == "12,000 connections, density 12.50%; epoch 7 removed 3,000 and added 3,000")
    #expect(lines[3].hasPrefix("Accuracy by epoch  ") && lines[3].hasSuffix("  Inputs by degree"))
    #expect(lines.last?.contains("a test   b training") == true)
    #expect(lines.last?.hasSuffix("a now   b at the start") == true)
  }

  @Test(arguments: [(80, 24), (120, 40), (60, 20), (40, 15), (250, 80), (72, 16), (73, 15)])
  func `it fits the terminal with a row to spare`(columns: Int, rows: Int) throws {
    let size = LiveFrame.Size(columns: columns, rows: rows)
    for (color, isValidated) in [(false, false), (true, false), (false, true)] {
      let frame = try frame(30, color: color, isValidated: isValidated)
      guard let lines = frame.lines(on: size) else {
        #expect(columns < 41 || rows < (isValidated ? 16 : 15))
        continue
      }
      let widest = lines.map { withoutCodes($0).count }.max() ?? 0
      #expect(lines.count < rows && widest < columns)
    }
  }

  @Test func `too small a terminal has none, and a narrow one the accuracy`() throws {
    #expect(try frame(3).lines(on: .init(columns: 80, rows: 14)) == nil)
    #expect(try frame(3).lines(on: .init(columns: 40, rows: 24)) == nil)
    let narrow = try #require(try frame(3).lines(on: .init(columns: 60, rows: 24)))
    #expect(narrow.contains("Accuracy by epoch") && !narrow.contains { $0.contains("degree") })
    let dense = try #require(
      try frame(3, isSparse: false).lines(on: .init(columns: 80, rows: 24)))
    #expect(!dense.contains { $0.contains("degree") })
  }

  @Test func `colours are only added`() throws {
    let size = LiveFrame.Size(columns: 100, rows: 30)
    let plain = try #require(try frame(9).lines(on: size))
    let coloured = try #require(try frame(9, color: true).lines(on: size))
    #expect(!plain.joined().contains("\u{1B}") && coloured.joined().contains("\u{1B}[38;5;"))
    #expect(coloured.map { withoutCodes($0) } == plain)
  }

  @Test func `it is drawn over itself, and what follows stands below it`() throws {
    let fake = Fake()
    let view = fake.view()
    fake.text = "$ before\r\n"
    for epoch in 1...5 {
      #expect(view.update(try frame(epoch)))
      fake.time += .seconds(1)
    }
    #expect(fake.frames == 5)
    view.settle()
    fake.text += "after\r\n"
    let lines = fake.screen.lines
    let expected = try #require(try frame(5).lines(on: fake.size))
    #expect(lines.first == "$ before" && lines.last == "after")
    #expect(Array(lines.dropFirst().dropLast()) == expected)
    #expect(view.update(try frame(6)))
    #expect(fake.screen.lines.contains("after"))
  }

  @Test func `it is drawn at most ten times a second, and the last state always`() throws {
    let fake = Fake()
    let view = fake.view()
    for epoch in 1...40 {
      view.update(try frame(epoch))
      fake.time += .milliseconds(10)
    }
    #expect((4...6).contains(fake.frames))
    view.update(try frame(41), isLast: true)
    #expect(fake.screen.lines.first?.hasPrefix("first  epoch 41/50") == true)
  }

  @Test func `after the window has changed it begins on an empty screen`() throws {
    let fake = Fake()
    let view = fake.view()
    view.update(try frame(1))
    fake.time += .seconds(1)
    fake.size = .init(columns: 120, rows: 40)
    view.update(try frame(2))
    let expected = try #require(try frame(2).lines(on: fake.size))
    #expect(fake.screen.lines == expected)
    fake.time += .seconds(1)
    fake.size = .init(columns: 30, rows: 10)
    #expect(!view.update(try frame(3)), "there is no room left")
  }

  @Test func `without a terminal nothing is written`() throws {
    let fake = Fake()
    let view = fake.view(isActive: false)
    #expect(!view.update(try frame(1)))
    #expect(!view.update(try frame(2), isLast: true))
    view.settle()
    #expect(fake.text == "")
  }
}
