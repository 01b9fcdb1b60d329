internal import Catalogue

extension Parser {
  /// Reports that the current token cannot stand here, as plainly as its cause can be told.
  mutating func unexpected(hint: String? = nil) -> Failure {
    switch token.kind {
    case .invalid: return Failure()  // the lexer has reported it
    case .end where !openers.isEmpty:
      openAtEnd = diagnostics.isEmpty ? openers.count : 0
      return unclosed()
    case let kind where kind.isCloser && openers.last?.kind.closer != kind: return wrongCloser()
    case _
    where !openers.isEmpty && token.startsLine
      && (beginsStatement(at: index) || bindsName(at: index)):
      return unclosed()
    default: break
    }
    let message = "expected \(Self.alternatives(expected)), found \(found)"
    return failure(
      Diagnostic(
        LanguageErrors.unexpected, message, at: span(token), label: "not expected here",
        hint: hint ?? hintForUnexpected))
  }

  /// The current token as a diagnostic names it.
  var found: String {
    switch token.kind {
    case .end, .newline: token.kind.description
    case .text, .command: token.kind.description
    default: "`\(text(token))`"
    }
  }

  /// "x", "x or y", "x, y or z".
  static func alternatives(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "something else" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Help for mistakes that people really make.
  private var hintForUnexpected: String? {
    let previous = index > 0 ? tokens[index - 1] : nil
    if token.kind == .openParenthesis, !token.spaceBefore, let previous,
      verbs[text(previous)] != nil
    {
      return
        "`\(text(previous))` is a verb here; in parentheses it is a name: (\(text(previous))(…))"
    }
    if token.kind == .openParenthesis, token.spaceBefore, let previous, previous.kind == .name {
      return "a call has no space before its bracket: \(text(previous))(…)"
    }
    if token.kind == .assign {
      return "`=` gives a value to a name or a key; to compare, write `==`"
    }
    return nil
  }

  private mutating func unclosed() -> Failure {
    guard let opener = openers.last, let closer = opener.kind.closer else { return Failure() }
    return failure(
      Diagnostic(
        LanguageErrors.unclosedBracket, "this `\(text(opener))` is never closed", at: span(opener),
        label: "opened here", hint: "close it with `\(closer.rawValue)`"
      ).with(span(token), "expected `\(closer.rawValue)` before here"))
  }

  private mutating func wrongCloser() -> Failure {
    let closer = text(token)
    guard let opener = openers.last, let right = opener.kind.closer else {
      return failure(
        Diagnostic(
          LanguageErrors.wrongCloser, "`\(closer)` closes nothing", at: span(token),
          label: "no bracket is open here"))
    }
    return failure(
      Diagnostic(
        LanguageErrors.wrongCloser, "`\(closer)` cannot close `\(text(opener))`", at: span(token),
        hint: "close it with `\(right.rawValue)` first"
      ).with(span(opener), "opened here"))
  }

  /// Whether a statement seems to begin at a token: a verb and then something on the same line that no value
  /// could be followed by, or `name =` and a verb. Used only to find the way after a mistake.
  func beginsStatement(at index: Int) -> Bool {
    func token(_ offset: Int) -> Token { tokens[min(index + offset, tokens.count - 1)] }
    guard token(0).kind == .name else { return false }
    let isVerb = verbs[text(token(0))] != nil
    if token(1).kind == .assign {
      return !isVerb && token(2).kind == .name && verbs[text(token(2))] != nil
    }
    guard isVerb else { return false }
    return [.name, .number, .text, .duration, .percent].contains(token(1).kind)
  }

  /// Whether `name =` stands at a token where it can be no key: outside blocks and calls.
  private func bindsName(at index: Int) -> Bool {
    guard tokens[index].kind == .name, tokens[index + 1].kind == .assign else { return false }
    return !openers.contains { opener in
      let before = place(of: opener) > 0 ? tokens[place(of: opener) - 1].kind : .newline
      return opener.kind == .openBrace || (!opener.spaceBefore && before == .name)
    }
  }

  /// The index of a token. O(log tokens).
  private func place(of token: Token) -> Int {
    var low = 0
    var high = tokens.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if tokens[middle].range.lowerBound <= token.range.lowerBound {
        low = middle
      } else {
        high = middle
      }
    }
    return low
  }

  /// Passes over the rest of a statement that could not be read.
  mutating func recover() {
    var depth = openers.count
    let isFree = !openers.isEmpty && token.startsLine && bindsName(at: index)
    openers.removeAll()
    expected.removeAll()
    nesting = 0
    operandPlace = .expression
    if isFree { return }
    while token.kind != .end {
      if depth == 0, token.kind == .newline || token.kind == .semicolon { break }
      if depth > 0, token.startsLine, beginsStatement(at: index) { break }
      if token.kind.closer != nil { depth += 1 }
      if token.kind.isCloser, depth > 0 { depth -= 1 }
      index += 1
    }
  }
}
