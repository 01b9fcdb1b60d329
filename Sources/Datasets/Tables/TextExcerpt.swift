/// Texts from files as messages may show them: short, on one line, without control characters.
enum TextExcerpt {
  /// At most 24 characters of a text; what a terminal could obey becomes `?`.
  static func of(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(24) {
      let safe = scalar.properties.generalCategory
      switch safe {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        shown.unicodeScalars.append("?")
      default: shown.unicodeScalars.append(scalar == "`" ? "'" : scalar)
      }
    }
    return text.unicodeScalars.count > 24 ? shown + "…" : shown
  }

  /// The first ten texts of a list, each in back-ticks.
  static func list(_ texts: [String]) -> String {
    let shown = texts.prefix(10).map { "`\(of($0))`" }.joined(separator: ", ")
    return texts.count > 10 ? shown + ", …" : shown
  }
}
