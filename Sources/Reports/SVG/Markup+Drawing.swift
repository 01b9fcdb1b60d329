internal import Catalogue

extension Markup {
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
