internal import Glibc
internal import Synchronization
internal import Terminal
internal import Workbench

/// A session that echoes inputs. `sleep` runs until it is interrupted, `stubborn` until it has been
/// interrupted and a file exists, `leave N` leaves; an input goes on while brackets are open.
final class ProbeSession: PromptSession {
  private let interruptions = Atomic<Int>(0)

  func execute(_ text: String, input: Int) -> PromptOutcome {
    interruptions.store(0, ordering: .relaxed)
    let words = text.split(separator: " ")
    switch words.first {
    case "sleep":
      print("asleep")
      while interruptions.load(ordering: .acquiring) == 0 { usleep(2000) }
      print("woken \(interruptions.load(ordering: .acquiring)) time")
      return .interrupted
    case "stubborn":
      print("asleep")
      while interruptions.load(ordering: .acquiring) == 0 { usleep(2000) }
      print("asked to stop")
      while access(String(words[1]), F_OK) != 0 { usleep(2000) }
      print("interrupted \(interruptions.load(ordering: .acquiring)) time")
      return .interrupted
    case "progress":
      progress()
      return .done
    case "leave":
      return .leave(exitCode: words.count > 1 ? Int32(words[1]) ?? 1 : 0)
    case "count":
      print("\(text.utf8.count) bytes")
      return .done
    default:
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      print("Out[\(input)]: <\(lines.joined(separator: "|"))>")
      return .done
    }
  }

  func complete(_ text: String, at offset: Int) -> PromptCompletion {
    let before = Array(text.unicodeScalars.prefix(offset))
    if let quote = before.lastIndex(of: "\"") {
      return PromptCompletion(start: quote + 1, candidates: [], isFile: true)
    }
    let start = (before.lastIndex { !$0.properties.isAlphabetic }).map { $0 + 1 } ?? 0
    let word = String(String.UnicodeScalarView(before[start...]))
    let words = [
      ("words", "all that can be completed"), ("wordless", "without a word"),
      ("network", "makes a network"), ("größe", "not in ASCII"),
    ]
    return PromptCompletion(
      start: start,
      candidates: words.filter { $0.0.hasPrefix(word) }.map {
        PromptCandidate($0.0, detail: $0.1, endsWord: true)
      })
  }

  func completeness(of text: String) -> PromptCompleteness {
    let open = text.count { "([{".contains($0) }
    let closed = text.count { ")]}".contains($0) }
    if open < closed { return .invalid }
    return open == closed ? .complete : .incomplete(indent: "  ")
  }

  func interrupt() { interruptions.add(1, ordering: .acquiringAndReleasing) }

  private func progress() {
    let line = ProgressLine(environment: ["TERM": "xterm", "LANG": "C.UTF-8"])
    for epoch in 0...20 {
      line.update(
        Progress(
          name: "first", epoch: epoch, epochs: 20, loss: 1.0 / Double(epoch + 1),
          trainAccuracy: 0.5, testAccuracy: 0.4, secondsLeft: Double(20 - epoch) / 20))
      usleep(50_000)
    }
    line.finish()
  }
}
