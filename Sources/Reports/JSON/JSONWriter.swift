internal import Catalogue

extension JSONValue {
  /// The value on one line, as JSON Lines need it (RFC 8259; ASCII controls and the two Unicode
  /// line separators are escaped).
  public var line: String {
    var writer = JSONWriter(pretty: false)
    writer.write(self)
    return writer.text
  }

  /// The value over several lines, indented by two spaces; arrays of plain values stay on one line.
  public var pretty: String {
    var writer = JSONWriter(pretty: true)
    writer.write(self)
    return writer.text
  }
}

/// Writes JSON text.
private struct JSONWriter {
  let pretty: Bool
  var text = ""
  private var depth = 0

  init(pretty: Bool) { self.pretty = pretty }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: text += "null"
    case .logic(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.isFinite ? NumberText.plain(value) : "null"
    case .text(let value): quote(value)
    case .array(let elements):
      let flat = elements.allSatisfy(\.isPlain)
      sequence("[", elements, "]", flat: flat) { $0.write($1) }
    case .object(let members):
      sequence("{", members, "}", flat: false) {
        $0.quote($1.name)
        $0.text += $0.pretty ? ": " : ":"
        $0.write($1.value)
      }
    }
  }

  private mutating func sequence<Element>(
    _ open: String, _ elements: [Element], _ close: String, flat: Bool,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    text += open
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { text += pretty && flat ? ", " : "," }
      if !flat { newline() }
      body(&self, element)
    }
    depth -= 1
    if !flat, !elements.isEmpty { newline() }
    text += close
  }

  private mutating func newline() {
    guard pretty else { return }
    text += "\n" + String(repeating: "  ", count: depth)
  }

  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue {
  /// Whether it holds no other value.
  fileprivate var isPlain: Bool {
    switch self {
    case .null, .logic, .integer, .number, .text: true
    case .array, .object: false
    }
  }
}
