/// Breaks a long line of text at its words, so that a terminal does not break it within one.
enum LineWrap {
  /// `text` in lines of at most `width` columns where its words allow, those after the first
  /// indented by `indent` spaces. Newlines of the text stay.
  static func wrapped(_ text: String, width: Int, indent: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line($0, width: width, indent: indent) }
      .joined(separator: "\n")
  }

  private static func line(_ text: Substring, width: Int, indent: Int) -> String {
    guard text.count > width else { return String(text) }
    let margin = String(repeating: " ", count: min(indent, width / 2))
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let start = lines.isEmpty ? "" : margin
      if line.count > start.count, line.count + 1 + word.count > width {
        lines.append(line)
        line = margin + word
      } else {
        line += line.isEmpty && lines.isEmpty ? String(word) : " " + word
      }
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
