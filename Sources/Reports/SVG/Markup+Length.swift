internal import Catalogue

extension Markup {
  /// A length in a drawing, to a tenth.
  static func length(_ value: Double) -> String {
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    if tenths % 10 == 0 { return String(tenths / 10) }
    let magnitude = tenths.magnitude
    return (tenths < 0 ? "-" : "") + "\(magnitude / 10).\(magnitude % 10)"
  }
}
