import Foundation
import Reports
import Testing
import Training

@testable import Jupyter

struct LiveProgressTests {
  private func record(_ epoch: Int, of epochs: Int) -> TrainingEvent {
    .epoch(
      EpochRecord(
        epoch: epoch, epochs: epochs, trainLoss: 0.5, trainAccuracy: 0.75, testLoss: 0.5,
        testAccuracy: 0.7, seconds: 0.01))
  }

  private func text(_ content: JSONValue) -> String {
    guard case .text(let text)? = content["data"]?["text/plain"] else { return "" }
    return text
  }

  @Test func `a thousand quick epochs are two messages on one display`() {
    var messages: [(type: String, content: JSONValue)] = []
    var progress = LiveProgress()
    let start = ContinuousClock.now
    for epoch in 1...1000 {
      progress.observe("first", record(epoch, of: 1000)) { messages.append(($0, $1)) }
    }
    progress.settle { messages.append(($0, $1)) }
    let tenths = Int((ContinuousClock.now - start) / .milliseconds(100))
    #expect(messages.count >= 2 && messages.count <= 2 + tenths)
    #expect(messages.first?.type == "display_data")
    #expect(messages.dropFirst().allSatisfy { $0.type == "update_display_data" })
    let displays = messages.compactMap { $0.content["transient"]?["display_id"] }
    #expect(displays.count == messages.count && Set(displays.map(\.line)).count == 1)
    #expect(messages.last.map { text($0.content) }?.hasPrefix("first  epoch 1000/1000") == true)
    #expect(messages.last.map { text($0.content) }?.contains("left") == false)
  }

  @Test func `of a training that is watched it shows both charts, under names of their own`() {
    let start = TrainingStart(
      dataName: "a", widths: [3, 2], parameters: 6, density: 0.5, epochs: 1, batches: 1,
      isWatched: true)
    var last: [JSONValue] = []
    var progress = LiveProgress(chartsBefore: 40)
    for _ in 0..<2 {
      var messages: [JSONValue] = []
      for event in [.started(start), .degrees([1, 2, 3]), record(1, of: 1)] {
        progress.observe("a", event) { messages.append($1) }
      }
      progress.settle { messages.append($1) }
      last += messages.suffix(1)
    }
    let pages = last.map { content -> String in
      guard case .text(let text)? = content["data"]?["text/html"] else { return "" }
      return text
    }
    #expect(last.count == 2 && pages.allSatisfy { $0.contains("Inputs by degree") })
    #expect(last.allSatisfy { text($0).contains("6 connections, density 50.00%") })
    let names = pages.map { Set($0.matches(of: /\sid="([^"]+)"/).map { String($0.1) }) }
    #expect(names.allSatisfy { $0.count >= 2 } && names[0].isDisjoint(with: names[1]))
  }

  @Test func `what comes after something else was shown has a display of its own`() {
    var types: [String] = []
    var progress = LiveProgress()
    progress.observe("a", record(1, of: 1)) { type, _ in types.append(type) }
    progress.settle { type, _ in types.append(type) }
    progress.settle { type, _ in types.append(type) }
    progress.observe("b", record(1, of: 1)) { type, _ in types.append(type) }
    progress.settle { type, _ in types.append(type) }
    #expect(types == ["display_data", "display_data"])
  }
}
