/// How many columns a text takes on a terminal; one place, so that diagnostics, tables and the prompt
/// agree.
public enum DisplayWidth {
  /// The columns of a text without escape sequences: 2 for wide East Asian characters and
  /// pictograms, 0 for combining marks and controls, 1 for the rest. O(length).
  public static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The columns of one scalar.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return (0x20..<0x7F).contains(scalar.value) ? 1 : 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// The text, or as much of its start as fits `columns`, with `…` in place of what is cut.
  public static func fitting(_ text: String, columns: Int) -> String {
    guard of(text) > columns else { return text }
    guard columns > 0 else { return "" }
    var fitting = ""
    var width = 0
    for character in text {
      width += of(String(character))
      if width > columns - 1 { break }
      fitting.append(character)
    }
    return fitting + "…"
  }

  /// The text with spaces after it, so that it takes at least `columns`.
  public static func padded(_ text: String, columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - of(text)))
  }

  /// The blocks that Unicode Standard Annex 11 lists as wide, in whole.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
