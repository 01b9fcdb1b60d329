/// Text made safe for HTML and SVG.
enum Markup {
  /// The text with the five characters of meaning as references, fit for content and for quoted
  /// attributes; characters that XML forbids become `�`.
  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\r": break
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A length in a drawing, to a tenth.
  static func length(_ value: Double) -> String {
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    if tenths % 10 == 0 { return String(tenths / 10) }
    let magnitude = tenths.magnitude
    return (tenths < 0 ? "-" : "") + "\(magnitude / 10).\(magnitude % 10)"
  }

  /// A line of text in a drawing, of a class of the style sheet.
  static func text(
    _ x: Double, _ y: Double, _ text: String, _ kind: String? = nil, anchor: String? = nil
  ) -> String {
    let side = anchor.map { " text-anchor=\"\($0)\"" } ?? ""
    let kind = kind.map { " class=\"\($0)\"" } ?? ""
    return "<text x=\"\(length(x))\" y=\"\(length(y))\"\(side)\(kind)>\(escaped(text))</text>"
  }
}
