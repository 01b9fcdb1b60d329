internal import Catalogue

/// Finds everything in a program that could not run: unknown names, keys and members, values of the wrong kind,
/// names bound twice. It goes on after each mistake, and a mistake is reported once: what depends on it passes.
struct Checker {
  /// Finds and reads a file to include.
  typealias Loader = (_ path: String, _ from: Source) throws -> Source

  let vocabulary: Vocabulary
  let binder: Binder
  let loader: Loader
  var scope: Scope
  var mode: SourceMode
  /// The files being included, outermost first.
  var chain: [Source] = []
  /// The names of files already included; a second time has no effect.
  var included: Set<String> = []
  var diagnostics: [Diagnostic] = []
  /// How many there were in the statements before.
  private var mistakes = 0

  init(
    _ vocabulary: Vocabulary, _ environment: Environment, mode: SourceMode, loader: @escaping Loader
  ) {
    self.vocabulary = vocabulary
    binder = Binder(vocabulary: vocabulary)
    scope = Scope(environment)
    self.mode = mode
    self.loader = loader
  }

  /// Checks a program, whose names are then in `scope`.
  mutating func check(_ program: Program) -> CheckedProgram {
    var reports = program.diagnostics.map { ($0.span.range.lowerBound, $0) }
    var includes: [Int: CheckedProgram] = [:]
    var kinds: [Kind] = []
    chain.append(program.source)
    for name in program.lostNames where scope[name.text] == nil {
      scope[name.text] = Scope.Entry(kind: .any, span: nil, documentation: nil, isOwn: true)
    }
    for (index, statement) in program.statements.enumerated() {
      mistakes += diagnostics.count
      diagnostics = []
      let kind = check(statement)
      kinds.append(kind)
      bind(statement, kind)
      let isWhole = !program.diagnostics.contains {
        statement.span.range.contains($0.span.range.lowerBound)
      }
      if isWhole { includes[index] = checkInclude(statement) }
      reports += diagnostics.map { ($0.span.range.lowerBound, $0) }
      reports += (includes[index]?.diagnostics ?? []).map { (statement.span.range.lowerBound, $0) }
    }
    chain.removeLast()
    let sorted = reports.enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }
    return CheckedProgram(
      program: program, mode: mode, diagnostics: sorted.map(\.element.1), includes: includes,
      kinds: kinds)
  }

  private mutating func check(_ statement: Statement) -> Kind {
    switch statement.body {
    case .command: return .any
    case .expression(let expression): return kind(of: expression)
    case .sentence(let sentence):
      guard let verb = vocabulary.verb(sentence.verb.text) else { return .any }
      check(sentence, verb)
      if let result = verb.result { return .object([result]) }
      if let name = statement.name {
        report(
          KindProblem(
            LanguageErrors.wrongKind,
            "`\(sentence.verb.text)` has no result that `\(name.text)` could be bound to",
            hint: "leave out `\(name.text) =`"), at: name.span)
      }
      return .any
    }
  }

  /// Binds the statement's name in the scope. In a file, a name is bound once.
  private mutating func bind(_ statement: Statement, _ kind: Kind) {
    guard let name = statement.name else { return }
    if let entry = scope[name.text], let first = entry.span, mode == .file, entry.isOwn {
      diagnostics.append(
        Diagnostic(
          LanguageErrors.nameTaken, "`\(name.text)` is bound already", at: name.span,
          label: "bound again here", hint: "choose another name; a file binds each name once"
        ).with(first, "first bound here"))
      return
    }
    scope[name.text] = Scope.Entry(
      kind: kind, span: name.span, documentation: statement.documentation, isOwn: true)
  }

  // MARK: Reports

  mutating func report(_ problem: KindProblem, at span: Span) {
    diagnostics.append(problem.at(span))
  }

  /// Whether another mistake would be told: beyond that nothing is sought that it might have meant, or a program of
  /// nothing but mistakes would never be checked.
  private var isTold: Bool { mistakes + diagnostics.count < Diagnostic.told }

  /// The bound names, of values of a kind if one is given, that an unknown one may be a misspelling of.
  func namesMeant(for kind: Kind? = nil) -> [String] {
    guard isTold else { return [] }
    return kind.map(scope.names(for:)) ?? scope.names
  }

  /// What was most likely meant by a name, if any of these is near enough.
  func meant(by name: String, among known: @autoclosure () -> [String]) -> String? {
    isTold ? Spelling.nearest(to: name, among: known()) : nil
  }

  // MARK: Includes

  /// The program that an `include` names, checked; nil for other statements, and where it cannot be had.
  private mutating func checkInclude(_ statement: Statement) -> CheckedProgram? {
    guard case .sentence(let sentence) = statement.body, sentence.verb.text == "include",
      case .file(let path, let span) = sentence.subject, let from = chain.last,
      let source = load(path, from, span)
    else { return nil }
    guard !isCycle(source, span), included.insert(source.name).inserted else { return nil }
    let outerMode = mode
    let outerDiagnostics = diagnostics
    defer {
      mode = outerMode
      diagnostics = outerDiagnostics
    }
    mode = .file
    let program = Parser.parse(source, vocabulary: vocabulary, mode: .file)
    return check(program)
  }

  private mutating func load(_ path: String, _ from: Source, _ span: Span) -> Source? {
    do {
      return try loader(path, from)
    } catch {
      diagnostics.append(Diagnostic(hostError: error, at: span))
      return nil
    }
  }

  private mutating func isCycle(_ source: Source, _ span: Span) -> Bool {
    guard let first = chain.firstIndex(where: { $0.name == source.name }) else { return false }
    let names = (chain[first...].map(\.name) + [source.name]).map { "`\($0)`" }
    diagnostics.append(
      Diagnostic(
        LanguageErrors.includeCycle,
        "this include leads back to itself: " + names.joined(separator: " includes "), at: span,
        hint: "move what both need into a third file"))
    return true
  }
}
