/// The words that stand for a value that is missing or not finite.
enum MissingValue {
  private static let words: Set<String> = [
    "", "?", "-", ".", "na", "n/a", "nan", "null", "none", "inf", "infinity", "missing",
  ]

  /// Whether a cell's text is one of them, in any case and with or without a sign.
  static func isOne(_ text: String) -> Bool {
    var word = text.lowercased()
    if word.count > 1, word.hasPrefix("-") || word.hasPrefix("+") { word.removeFirst() }
    return words.contains(word)
  }
}
