internal import FoundationEssentials
internal import Reports

/// Events as text: JSON Lines as `--json` prints them.
package enum EventFile {
  /// The event in a line, or nil where it holds none of a benchmark.
  package static func event(in line: some StringProtocol) -> BenchEvent? {
    guard case .object(let members) = json(in: line) else { return nil }
    let value = JSONValue.object(members)
    guard value["event"] == .text("bench"), case .text(let name) = value["name"] else { return nil }
    return BenchEvent(
      name, .object(members.filter { $0.name != "event" && $0.name != "name" }))
  }

  /// The events of a file.
  /// - Throws: `BenchmarkError.unreadable`.
  package static func read(_ path: String) throws -> [BenchEvent] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchmarkError.unreadable(path: path, detail: "there is no such file")
    }
    let events = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap { event(in: $0) }
    guard !events.isEmpty else {
      throw BenchmarkError.unreadable(path: path, detail: "it holds no events of a benchmark")
    }
    return events
  }

  /// The JSON value in a text, members of objects by name; nil where it is none.
  static func json(in text: some StringProtocol) -> JSONValue? {
    try? JSONDecoder().decode(Decoded.self, from: Data(text.utf8)).value
  }

  /// Any JSON value.
  private struct Decoded: Decodable {
    let value: JSONValue

    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      if let object = try? decoder.container(keyedBy: Name.self) {
        value = .object(
          try object.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
            .init($0.stringValue, try object.decode(Decoded.self, forKey: $0).value)
          })
      } else if var list = try? decoder.unkeyedContainer() {
        var values: [JSONValue] = []
        while !list.isAtEnd { values.append(try list.decode(Decoded.self).value) }
        value = .array(values)
      } else {
        value = try Self.plain(decoder.singleValueContainer())
      }
    }

    private static func plain(_ container: any SingleValueDecodingContainer) throws -> JSONValue {
      if container.decodeNil() { return .null }
      if let logic = try? container.decode(Bool.self) { return .logic(logic) }
      if let whole = try? container.decode(Int.self) { return .integer(whole) }
      if let number = try? container.decode(Double.self) { return .number(number) }
      return .text(try container.decode(String.self))
    }
  }
}
