internal import Catalogue

extension Parser {
  /// A verb with all that belongs to it.
  mutating func parseSentence(_ verb: VerbAbout) throws(Failure) -> Sentence {
    let word = name(presume(.name))
    let subject = try parseSubject(verb, word)
    if case .sentence = subject {
      // Keys and factors are the inner sentence's.
      return Sentence(verb: word, subject: subject, keys: [], factors: [], over: nil, block: nil)
    }
    var parts = Parts(verb: verb, subject: subject)
    try parseKeys(&parts)
    var block: Span?
    if token.kind == .openBrace {
      let opener = presumeOpener()
      try parseKeys(&parts)
      wants("a key")
      try expectCloser()
      block = span(from: opener.range.lowerBound)
    }
    if let over = parts.over, parts.factors.isEmpty {
      throw failure(
        Diagnostic(
          LanguageErrors.misplacedOver, "`over` is followed by no key", at: over,
          hint: "name what to vary: over seed=1..5"))
    }
    return Sentence(
      verb: word, subject: subject, keys: parts.keys, factors: parts.factors, over: parts.over,
      block: block)
  }

  /// A sentence while its keys are read.
  struct Parts {
    let verb: VerbAbout
    let subject: SubjectSyntax
    var keys: [KeyValue] = []
    var factors: [KeyValue] = []
    var over: Span?

    var used: [String] { (keys + factors).map(\.key.text) }
  }

  private mutating func parseKeys(_ parts: inout Parts) throws(Failure) {
    while true {
      note(
        .key(parts.verb, parts.subject, used: parts.used, afterOver: parts.over != nil))
      if token.kind == .name, nextToken.kind == .assign {
        if isStatementInBlock(parts) { throw unexpected() }
        try parseKey(&parts)
      } else if token.kind == .over {
        try parseOver(&parts)
      } else if token.kind == .semicolon, !openers.isEmpty {
        advance()
      } else if token.kind == .comma, !parts.used.isEmpty || nextToken.kind == .name {
        try parseComma(parts)
      } else if isKeyWithoutAssign(parts) {
        try parseKey(&parts)
      } else {
        return
      }
    }
  }

  private mutating func parseOver(_ parts: inout Parts) throws(Failure) {
    let word = span(presume(.over))
    if parts.verb.factors == nil {
      let others = vocabulary.verbs.filter { $0.factors != nil }.map { "`\($0.about.name)`" }
      report(
        Diagnostic(
          LanguageErrors.misplacedOver, "`\(parts.verb.about.name)` takes no `over`", at: word,
          hint: others.isEmpty ? nil : "\(Self.alternatives(others)) does"))
    } else if let first = parts.over {
      report(
        Diagnostic(
          LanguageErrors.misplacedOver, "`over` is said twice", at: word,
          hint: "every key after the first `over` is a factor"
        ).with(first, "first said here"))
    }
    parts.over = parts.over ?? word
  }

  /// `key=value`, also where the `=` is missing or doubled, which is reported.
  private mutating func parseKey(_ parts: inout Parts) throws(Failure) {
    let key = name(presume(.name))
    if token.kind == .assign {
      advance()
    } else {
      let doubled = token.kind == .equal
      if isColon(token) {
        advance()  // the lexer has reported it
      } else {
        report(
          Diagnostic(
            LanguageErrors.missingAssign,
            doubled ? "a key takes one `=`" : "`\(key.text)` is not followed by `=`",
            at: doubled ? span(token) : key.span, hint: "write `\(key.text)=…`"))
      }
      if doubled { advance() }
    }
    operandPlace = .value(
      parts.verb, parts.subject, key: key.text, isFactor: parts.over != nil, lists: 0)
    note(operandPlace)
    let value = try parseValue(of: key, takesFile: takesFile(parts.verb, key.text))
    operandPlace = .expression
    let pair = KeyValue(key: key, value: value)
    if parts.over == nil { parts.keys.append(pair) } else { parts.factors.append(pair) }
  }

  /// A key of the verb that is followed by a value, as in `epochs 100`, or by `==`.
  private func isKeyWithoutAssign(_ parts: Parts) -> Bool {
    guard token.kind == .name else { return false }
    if nextToken.kind == .equal || isColon(nextToken) { return true }
    guard parts.verb.about.parameter(text(token)) != nil, !nextToken.startsLine else {
      return false
    }
    return [.name, .number, .percent, .duration, .text, .true, .false, .openBracket, .minus]
      .contains(nextToken.kind)
  }

  /// Whether a token is the `:` that other languages put after a key.
  private func isColon(_ token: Token) -> Bool { token.kind == .invalid && text(token) == ":" }

  /// Whether what looks like a key in a block is the next statement, because the block was not closed.
  private func isStatementInBlock(_ parts: Parts) -> Bool {
    !openers.isEmpty && token.startsLine && beginsStatement(at: index)
      && parts.verb.about.parameter(text(token)) == nil
  }

  /// A comma between keys is reported and passed over; between digits it was meant as a decimal point.
  private mutating func parseComma(_ parts: Parts) throws(Failure) {
    let comma = token
    let before = tokens[index - 1]
    let after = nextToken
    if before.kind == .number, after.kind == .number, !comma.spaceBefore, !after.spaceBefore {
      let digits = text(before) + "." + text(after)
      throw failure(
        Diagnostic(
          LanguageErrors.commaBetweenKeys, "a comma cannot stand in a number",
          at: span(before).joined(span(after)), hint: "did you mean `\(digits)`?"))
    }
    report(
      Diagnostic(
        LanguageErrors.commaBetweenKeys, "keys are not separated by commas", at: span(comma),
        hint: "leave it out; spaces are enough"))
    advance()
  }

  /// Whether a key's value may be a file name.
  private func takesFile(_ verb: VerbAbout, _ key: String) -> Bool {
    func includesFile(_ kind: Kind) -> Bool {
      switch kind {
      case .file: true
      case .either(let kinds): kinds.contains(where: includesFile)
      default: false
      }
    }
    return verb.about.parameter(key).map { includesFile($0.kind) } ?? false
  }
}
