/// A line of a program with something on it.
struct LayoutLine {
  /// What the parser reads of it.
  var tokens: [Token] = []
  /// The comment that ends it, or is all of it.
  var comment: Token?
  /// Whether nothing stands on the line before.
  var isAfterBlank = false

  /// The lines on which something stands. All tokens but spaces and newlines are on one of them.
  static func lines(of tokens: [Token]) -> [LayoutLine] {
    var lines: [LayoutLine] = []
    var line = LayoutLine()
    for token in tokens {
      switch token.kind {
      case .space: continue
      case .comment, .documentation: line.comment = token
      case .newline, .end:
        let isBlank = line.tokens.isEmpty && line.comment == nil
        if !isBlank { lines.append(line) }
        line = LayoutLine(isAfterBlank: isBlank && !lines.isEmpty)
      default: line.tokens.append(token)
      }
    }
    return lines
  }
}
