internal import Catalogue

extension Parser {
  mutating func parseProgram() -> Program {
    var statements: [Statement] = []
    if let asked = questionAfterName() {
      return program([asked], diagnostics: [])
    }
    while true {
      skipSeparators()
      if token.kind == .end { break }
      let start = index
      do throws(Failure) {
        if let statement = try parseStatement() { statements.append(statement) }
      } catch {
        noteLostName(start)
        recover()
        if token.kind == .end { break }  // the place noted where it failed stands
      }
    }
    let all = (lexed.diagnostics + diagnostics).enumerated().sorted {
      ($0.element.span.range.lowerBound, $0.offset) < ($1.element.span.range.lowerBound, $1.offset)
    }
    return program(statements, diagnostics: all.map(\.element))
  }

  private func program(_ statements: [Statement], diagnostics: [Diagnostic]) -> Program {
    Program(
      source: source, tokens: lexed.all, statements: statements, lostNames: lostNames,
      diagnostics: diagnostics, openBrackets: lexed.diagnostics.isEmpty ? openAtEnd : 0)
  }

  private mutating func skipSeparators() {
    while token.kind == .newline || token.kind == .semicolon { advance() }
    if index == 0 || [.newline, .semicolon].contains(tokens[index - 1].kind) {
      note(.statementStart)
    }
  }

  /// Notes the name that the statement beginning at token `start` would have bound.
  private mutating func noteLostName(_ start: Int) {
    guard tokens[start].kind == .name, tokens[start + 1].kind == .assign else { return }
    lostNames.append(name(tokens[start]))
  }

  /// One statement with its end; nil where it is a prompt command in a file, which is reported.
  private mutating func parseStatement() throws(Failure) -> Statement? {
    let documentation = documentation(before: index)
    let start = token.range.lowerBound
    if token.kind == .command { return parseCommand() }
    let name = try parseBoundName()
    let body = try parseBody()
    let statement = Statement(
      documentation: documentation, name: name, body: body, span: span(from: start))
    wants("the end of the statement")
    guard [.newline, .semicolon, .end].contains(token.kind) else { throw unexpected() }
    return statement
  }

  /// `name =`, if that is how the statement begins.
  private mutating func parseBoundName() throws(Failure) -> Name? {
    guard nextToken.kind == .assign else { return nil }
    let isWord = TokenKind.words[text(token)] != nil
    guard token.kind == .name || isWord else { return nil }
    let name = name(advance())
    presume(.assign)
    if isWord || verbs[name.text] != nil {
      report(
        Diagnostic(
          LanguageErrors.reservedName,
          "`\(name.text)` is \(isWord ? "a reserved word" : "a verb") and cannot be a name",
          at: name.span, hint: "choose another name, such as `\(name.text)1`"))
    } else if name.text.hasPrefix("_") {
      report(
        Diagnostic(
          LanguageErrors.reservedName, "`\(name.text)` stands for an earlier result", at: name.span,
          hint: "a name begins with a letter"))
    }
    note(.rightSide)
    if token.kind == .name, nextToken.kind == .assign {
      throw failure(
        Diagnostic(
          LanguageErrors.unexpected, "a statement binds one name", at: span(nextToken),
          hint: "to compare, write `==`; to bind two names, write two statements"))
    }
    return name
  }

  private mutating func parseBody() throws(Failure) -> Statement.Body {
    if token.kind == .name, let verb = verbs[text(token)] {
      return .sentence(try parseSentence(verb))
    }
    try refuseUnknownVerb()
    operandPlace = .rightSide
    if index == 0 || tokens[index - 1].kind != .assign { operandPlace = .statementStart }
    let expression = try parseExpression()
    operandPlace = .expression
    note(.afterExpression(nil))
    return .expression(expression)
  }

  /// A name that is followed by what can only follow a verb.
  private mutating func refuseUnknownVerb() throws(Failure) {
    let next = nextToken
    guard token.kind == .name, next.spaceBefore, !next.startsLine else { return }
    guard [.name, .number, .percent, .duration, .text, .true, .false].contains(next.kind) else {
      return
    }
    let word = text(token)
    var hint = Spelling.nearest(to: word, among: verbs.keys).map { "did you mean `\($0)`?" }
    if ["let", "var", "const", "def"].contains(word) {
      hint = "a name is bound without `\(word)`: \(text(next)) = …"
    }
    throw failure(
      Diagnostic(
        LanguageErrors.unknownVerb, "`\(word)` is not a verb", at: span(token),
        label: "a statement begins with a verb", hint: hint))
  }

  /// The `##` comments on the lines before a statement.
  private func documentation(before index: Int) -> String? {
    var lines: [String] = []
    for token in lexed.all[..<places[index]].reversed() {
      switch token.kind {
      case .documentation where token.startsLine:
        var line = text(token).drop { $0 == "#" }
        while line.last == " " || line.last == "\t" { line.removeLast() }
        lines.append(String(line.first == " " ? line.dropFirst() : line))
      case .space, .newline, .comment: continue
      default: return lines.isEmpty ? nil : lines.reversed().joined(separator: "\n")
      }
    }
    return lines.isEmpty ? nil : lines.reversed().joined(separator: "\n")
  }
}
