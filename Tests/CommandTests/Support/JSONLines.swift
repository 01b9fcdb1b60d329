import Foundation
import Testing

/// The events that `--json` printed, each parsed by a JSON parser that is not ours.
struct JSONLines {
  /// One object a line.
  let events: [[String: Any]]

  /// Parses output, of which every line must be a JSON object with an `event`.
  init(_ output: String) throws {
    #expect(output.isEmpty || output.hasSuffix("\n"))
    events = try output.split(separator: "\n").map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      let object = try #require(value as? [String: Any], "\(line)")
      _ = try #require(object["event"] as? String, "\(line)")
      return object
    }
  }

  /// The events of that name.
  func named(_ name: String) -> [[String: Any]] {
    events.filter { $0["event"] as? String == name }
  }

  /// The output with every `"seconds":…` replaced, and the time that a report tells.
  static func withoutTimes(_ output: String) -> String {
    output.replacing(#/"seconds":[-+.0-9e]+/#, with: "\"seconds\":0")
      .replacing(#/"name":"time","value":[-+.0-9e]+/#, with: "\"name\":\"time\"")
  }
}
