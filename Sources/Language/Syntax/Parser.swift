package import Catalogue

/// Reads a program by recursive descent.
///
/// The names are a contract: `parse…` reads a part or fails; `accept` takes a token if it is there; `expect` takes
/// it or reports the user's mistake; `presume` takes one that the caller has seen, and stops the process otherwise.
/// A failure has been reported when it is thrown; the statement is then left out and the next one is read.
package struct Parser {
  /// Thrown where a statement cannot be read further; what is wrong has been reported.
  struct Failure: Error {}

  /// How deep brackets and right-hand operands may nest.
  static let deepestNesting = 100
  /// How high an expression's tree may grow.
  static let deepestExpression = 400

  let source: Source
  let vocabulary: Vocabulary
  let mode: SourceMode
  /// Verbs by name.
  let verbs: [String: VerbAbout]
  /// All tokens, and those that are no trivia.
  let lexed: Tokens
  let tokens: [Token]
  /// For each of `tokens`, its place in `lexed.all`.
  let places: [Int]

  var index = 0
  var diagnostics: [Diagnostic] = []
  /// What would have been accepted at the current token, as diagnostics name it.
  var expected: [String] = []
  /// The brackets that are open, outermost first.
  var openers: [Token] = []
  var nesting = 0
  /// Where the last token taken ends.
  var lastEnd = 0
  /// How many brackets were open where the text ended too early.
  var openAtEnd = 0
  /// Names whose statements could not be read; using them is no further mistake.
  var lostNames: [Name] = []
  /// What was expected where the text ends, for completion.
  var place: Place = .statementStart
  /// What an operand read now would be, for completion.
  var operandPlace: Place = .expression

  init(_ source: Source, _ vocabulary: Vocabulary, _ mode: SourceMode) {
    self.source = source
    self.vocabulary = vocabulary
    self.mode = mode
    verbs = Dictionary(
      vocabulary.verbs.map { ($0.about.name, $0) }, uniquingKeysWith: { first, _ in first })
    let lexed = Lexer.tokens(of: source)
    let places = lexed.all.indices.filter { !lexed.all[$0].kind.isTrivia }
    self.lexed = lexed
    self.places = places
    tokens = places.map { lexed.all[$0] }
  }

  /// Parses `source`, whose verbs are those of the vocabulary. Never fails: mistakes are in the program's
  /// diagnostics. O(tokens).
  package static func parse(_ source: Source, vocabulary: Vocabulary, mode: SourceMode) -> Program {
    var parser = Parser(source, vocabulary, mode)
    return parser.parseProgram()
  }

  // MARK: Tokens

  /// The token to be read now. Newlines inside brackets have been passed over.
  var token: Token { tokens[index] }

  /// The token after the current one; newlines inside brackets are passed over.
  var nextToken: Token {
    var next = min(index + 1, tokens.count - 1)
    if !openers.isEmpty {
      while tokens[next].kind == .newline { next += 1 }
    }
    return tokens[next]
  }

  func span(_ token: Token) -> Span { Span(source, token.range) }

  func text(_ token: Token) -> String { source.text(token.range) }

  func name(_ token: Token) -> Name { Name(text: text(token), span: span(token)) }

  /// The span from `start` to the end of the last token taken.
  func span(from start: Int) -> Span { Span(source, start..<max(start, lastEnd)) }

  /// Takes the current token; the end stays.
  @discardableResult mutating func advance() -> Token {
    let taken = token
    expected.removeAll(keepingCapacity: true)
    lastEnd = taken.range.upperBound
    if taken.kind != .end { index += 1 }
    skipNewlinesInBrackets()
    return taken
  }

  private mutating func skipNewlinesInBrackets() {
    guard !openers.isEmpty else { return }
    while token.kind == .newline { index += 1 }
  }

  /// Whether the current token is of that kind; if not, it would have been welcome.
  mutating func at(_ kind: TokenKind) -> Bool {
    if token.kind == kind { return true }
    wants(kind.description)
    return false
  }

  /// Notes that something else would have been welcome at the current token.
  mutating func wants(_ description: String) {
    if !expected.contains(description) { expected.append(description) }
  }

  /// Takes the current token if it is of that kind.
  mutating func accept(_ kind: TokenKind) -> Token? { at(kind) ? advance() : nil }

  /// Takes a token of that kind, or reports what stands there instead.
  @discardableResult mutating func expect(_ kind: TokenKind) throws(Failure) -> Token {
    guard let token = accept(kind) else { throw unexpected() }
    return token
  }

  /// Takes a token of a kind that the caller has seen.
  @discardableResult mutating func presume(_ kind: TokenKind) -> Token {
    precondition(token.kind == kind)
    return advance()
  }

  /// Takes an opening bracket that the caller has seen; newlines are passed over until it closes.
  mutating func presumeOpener() -> Token {
    precondition(token.kind.closer != nil)
    openers.append(token)
    return advance()
  }

  /// Takes the closing bracket of the innermost open one.
  mutating func expectCloser() throws(Failure) {
    guard let opener = openers.last, let closer = opener.kind.closer else {
      preconditionFailure("no bracket is open")
    }
    guard at(closer) else { throw unexpected() }
    openers.removeLast()
    advance()
  }

  /// Notes what is expected here, if the text ends here.
  mutating func note(_ place: Place) {
    if token.kind == .end { self.place = place }
  }

  /// Runs `body` one level deeper, or reports that the text is nested too deeply.
  mutating func nested<Result>(
    _ body: (inout Parser) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard nesting < Self.deepestNesting else { throw tooDeep(span(token)) }
    nesting += 1
    defer { nesting -= 1 }
    return try body(&self)
  }

  // MARK: Reports

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports and gives the failure to throw.
  mutating func failure(_ diagnostic: Diagnostic) -> Failure {
    report(diagnostic)
    return Failure()
  }

  mutating func tooDeep(_ span: Span) -> Failure {
    failure(
      Diagnostic(
        LanguageErrors.tooDeep, "this is nested too deeply", at: span,
        hint: "split it over several statements, each with a name"))
  }
}
