internal import Catalogue

extension Parser {
  /// What follows a verb, as its record says.
  mutating func parseSubject(_ verb: VerbAbout, _ word: Name) throws(Failure) -> SubjectSyntax {
    operandPlace = .subject(verb, given: 0)
    defer { operandPlace = .expression }
    note(operandPlace)
    switch verb.subject {
    case .none: return .none
    case .name: return parseBareName()
    case .shape:
      try requireSubject(word, "a shape such as 784-1000*3-10")
      return .shape(try parseShape())
    case .registered(let category, let orFile):
      let article = category.rawValue == "activation" ? "an" : "a"
      try requireSubject(
        word,
        "the name of \(article) \(category.rawValue)" + (orFile ? " or a file name in quotes" : ""))
      return try parseThing(orFile: orFile)
    case .file:
      try requireSubject(word, "a file name in quotes")
      return try parseFile()
    case .expression(let kind):
      try requireSubject(word, kind.description)
      return .expressions([try parseExpression()])
    case .expressions(let kind):
      try requireSubject(word, kind.description)
      return .expressions(try parseExpressions(verb))
    case .condition:
      try requireSubject(word, "a condition")
      return try parseCondition(verb)
    case .sentence(let names): return .sentence(try parseInnerSentence(word, names))
    }
  }

  /// The sentence that a verb is about, of one of the named verbs. As a statement it could have a
  /// name; that is passed over, so that a line can be asked about as it is.
  private mutating func parseInnerSentence(_ word: Name, _ names: [String]) throws(Failure)
    -> Sentence
  {
    if token.kind == .name, nextToken.kind == .assign {
      advance()
      advance()
    }
    let verbs = Self.alternatives(names.map { "`\($0)`" })
    guard token.kind == .name, names.contains(text(token)), let inner = self.verbs[text(token)]
    else {
      if token.kind == .end, !openers.isEmpty { throw unexpected() }
      throw failure(
        Diagnostic(
          LanguageErrors.missingSubject, "`\(word.text)` needs a statement with \(verbs)",
          at: word.span, hint: example(of: word.text).map { "for example: \($0)" }))
    }
    return try parseSentence(inner)
  }

  /// Reports a verb that nothing follows, or only keys.
  private mutating func requireSubject(_ word: Name, _ wanted: String) throws(Failure) {
    let isKey =
      token.kind == .name && nextToken.kind == .assign && verbs[word.text]?.subject != .condition
    guard [.newline, .semicolon, .end, .over, .openBrace].contains(token.kind) || isKey else {
      return
    }
    if token.kind == .end, !openers.isEmpty { throw unexpected() }
    throw failure(
      Diagnostic(
        LanguageErrors.missingSubject, "`\(word.text)` needs \(wanted)", at: word.span,
        hint: example(of: word.text).map { "for example: \($0)" }))
  }

  /// The line of a verb's first example in which the verb stands.
  private func example(of verb: String) -> String? {
    verbs[verb]?.about.examples.first?.code.split(separator: "\n").first { line in
      line.split(separator: " ").contains { $0 == verb }
    }.map(String.init)
  }

  private mutating func parseBareName() -> SubjectSyntax {
    guard token.kind == .name || TokenKind.words[text(token)] != nil else { return .none }
    if nextToken.kind == .assign { return .none }
    return .name(name(advance()))
  }

  private mutating func parseThing(orFile: Bool) throws(Failure) -> SubjectSyntax {
    if orFile, token.kind == .text || bareFileName() != nil { return try parseFile() }
    wants("a name")
    if orFile { wants("a file name in quotes") }
    guard token.kind == .name else { throw unexpected() }
    let name = name(advance())
    guard token.kind == .openParenthesis, !token.spaceBefore else {
      return .thing(name, [], name.span)
    }
    let arguments = try parseArguments(of: name)
    return .thing(name, arguments, span(from: name.span.range.lowerBound))
  }

  private mutating func parseFile() throws(Failure) -> SubjectSyntax {
    if let range = bareFileName() { return .file(takeBareFileName(range), Span(source, range)) }
    let token = try expect(.text)
    guard case .text(let path) = token.value else { return .file("", span(token)) }
    return .file(path, span(token))
  }

  /// Expressions separated by commas, or just by spaces.
  private mutating func parseExpressions(_ verb: VerbAbout) throws(Failure) -> [Expression] {
    var list: [Expression] = []
    repeat {
      operandPlace = .subject(verb, given: list.count)
      list.append(try parseExpression())
    } while accept(.comma) != nil || beginsAnotherExpression
    return list
  }

  private var beginsAnotherExpression: Bool {
    switch token.kind {
    case .name: nextToken.kind != .assign
    case .number, .percent, .duration, .text, .true, .false, .openParenthesis, .openBracket, .not:
      true
    default: false
    }
  }

  private mutating func parseCondition(_ verb: VerbAbout) throws(Failure) -> SubjectSyntax {
    operandPlace = .subject(verb, given: 0)
    var condition = try parseExpression()
    if token.kind == .assign {
      report(
        Diagnostic(
          LanguageErrors.assignForEquality, "`=` does not compare", at: span(token),
          hint: "write `==`"))
      advance()
      let right = try parseExpression(minimum: Operator.rangeStrength)
      condition = try expression(
        .binary(condition, .equal, right), from: condition.span.range.lowerBound)
      condition = try parseOperators(after: condition)
    }
    note(.afterExpression(verb))
    let comma = accept(.comma) != nil
    guard comma || beginsAnotherExpression else { return .condition(condition, message: nil) }
    return .condition(condition, message: try parseExpression())
  }

  // MARK: File names without quotes

  /// The range of what looks like a file name without quotes, if that stands here.
  func bareFileName() -> Range<Int>? {
    guard [.name, .slash, .dot, .range, .number].contains(token.kind) else { return nil }
    let start = token.range.lowerBound
    var end = start
    for token in tokens[index...] {
      guard token.range.lowerBound == end, token.kind != .newline, token.kind != .semicolon,
        token.kind != .end, !token.kind.isCloser, token.kind != .comma
      else { break }
      end = token.range.upperBound
    }
    let text = source.text(start..<end)
    guard !text.contains("("), !text.contains("="), !text.contains("\"") else { return nil }
    let ending = text.split(separator: ".").last.map(String.init) ?? ""
    let looksLikeFile =
      text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("../")
      || (text.contains(".") && Self.endings.contains(ending))
    return looksLikeFile ? start..<end : nil
  }

  /// How the names of files end that people forget to put in quotes.
  static let endings: Set<String> = [
    "sparse", "html", "md", "csv", "tsv", "json", "svg", "txt", "npz", "npy", "safetensors", "data",
    "labels", "gz", "idx", "arff", "mat",
  ]

  /// Reports a file name without quotes and takes it.
  mutating func takeBareFileName(_ range: Range<Int>) -> String {
    let text = source.text(range)
    report(
      Diagnostic(
        LanguageErrors.missingQuotes, "a file name stands in quotes", at: Span(source, range),
        hint: "write \"\(text)\""))
    while token.range.lowerBound < range.upperBound, token.kind != .end { advance() }
    return text
  }
}
