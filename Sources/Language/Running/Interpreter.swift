package import Catalogue

/// One session of the language: it checks programs, runs them in a host, and keeps the names they bind.
///
/// Not safe for use from several threads at once.
package final class Interpreter {
  /// All words it knows besides those the session binds.
  package let vocabulary: Vocabulary
  /// What performs the verbs. It is not kept alive from here.
  package unowned let host: any Host
  /// The names bound so far.
  package var environment = Environment()
  /// How many statements ran to their ends so far, those of included files among them.
  package private(set) var statementsRun = 0

  private let binder: Binder

  /// A session without names. The vocabulary should hold `CoreFunctions.abouts` among its functions.
  package init(vocabulary: Vocabulary, host: any Host) {
    self.vocabulary = vocabulary
    self.host = host
    binder = Binder(vocabulary: vocabulary)
  }

  /// Parses and checks a program against the names bound so far, and everything it includes, which the host loads.
  /// Nothing is run and nothing is bound.
  package func check(_ source: Source, mode: SourceMode) -> CheckedProgram {
    let program = Parser.parse(source, vocabulary: vocabulary, mode: mode)
    var checker = Checker(vocabulary, environment, mode: mode) { [host] path, from throws in
      try host.loadInclude(path, from: from)
    }
    return checker.check(program)
  }

  /// Runs a sound program, statement by statement, and stops at the first that fails. What ran before it stays.
  /// `input` is the number of the prompt input, by which `_3` finds its result; 0 for a file.
  package func run(_ checked: CheckedProgram, input: Int = 0) -> Outcome {
    precondition(checked.isSound)
    for (index, statement) in checked.program.statements.enumerated() {
      if host.isInterrupted { return .interrupted }
      do {
        if let included = checked.includes[index] {
          guard try isWanted(statement, input: input) else { continue }
          let outcome = run(included, input: input)
          guard case .completed = outcome else { return Self.through(statement, outcome) }
          continue
        }
        let value = try run(statement, input: input)
        statementsRun += 1
        finish(statement, index, checked, value, input)
      } catch let diagnostic as Diagnostic {
        return .failed(diagnostic)
      } catch {
        return .failed(Diagnostic(hostError: error, at: statement.span))
      }
    }
    return .completed
  }

  /// Whether an `include` is to be run: it is, unless its `when` says no.
  private func isWanted(_ statement: Statement, input: Int) throws -> Bool {
    guard case .sentence(let sentence) = statement.body,
      let verb = vocabulary.verb(sentence.verb.text)
    else { return true }
    let builder = InvocationBuilder(evaluator: evaluator, sentence: sentence, verb: verb)
    guard
      case .logic(let isWanted)? = try builder.invocation(of: statement, input: input)
        .arguments["when"]
    else { return true }
    return isWanted
  }

  /// The outcome of an included file, with the place that included it.
  private static func through(_ statement: Statement, _ outcome: Outcome) -> Outcome {
    guard case .failed(let diagnostic) = outcome else { return outcome }
    return .failed(diagnostic.with(statement.span, "included here"))
  }

  private func run(_ statement: Statement, input: Int) throws -> Value {
    switch statement.body {
    case .command: return .nothing  // the front end carries these out
    case .expression(let expression): return try evaluator.value(of: expression)
    case .sentence(let sentence):
      guard let verb = vocabulary.verb(sentence.verb.text) else { return .nothing }
      if let own = OwnVerb(rawValue: sentence.verb.text) {
        try own.perform(sentence, evaluator)
        return .nothing
      }
      return try perform(sentence, verb, of: statement, input: input)
    }
  }

  var evaluator: Evaluator {
    Evaluator(vocabulary: vocabulary, binder: binder, environment: environment, host: host)
  }

  private func perform(
    _ sentence: Sentence, _ verb: VerbAbout, of statement: Statement, input: Int
  ) throws -> Value {
    let builder = InvocationBuilder(evaluator: evaluator, sentence: sentence, verb: verb)
    let invocation = try builder.invocation(of: statement, input: input)
    do {
      return try host.perform(invocation)
    } catch {
      throw builder.diagnostic(of: error, in: statement)
    }
  }

  /// Binds the name, notes the result, and hands it to the host.
  private func finish(
    _ statement: Statement, _ index: Int, _ checked: CheckedProgram, _ value: Value, _ input: Int
  ) {
    if let name = statement.name {
      environment.bind(
        name.text, to: value, kind: kind(of: value, checked.kinds[index]), at: name.span,
        documentation: statement.documentation)
    }
    if case .nothing = value { return }
    environment.note(value, input: input)
    var verb: String?
    if case .sentence(let sentence) = statement.body { verb = sentence.verb.text }
    host.result(
      StatementResult(
        input: input, index: index + 1, count: checked.program.statements.count,
        name: statement.name?.text, value: value, isUnnamed: statement.name == nil, verb: verb,
        span: statement.span))
  }

  /// What is known of a value once it is there: more than the checker could know.
  private func kind(of value: Value, _ checked: Kind) -> Kind {
    switch value {
    case .object(let object): .object([object.kind])
    case .call(let call): call.category.map { .call($0) } ?? checked
    case .number: .number(.any)
    case .text: .text
    case .logic: .logic
    case .duration: .duration
    default: checked
    }
  }
}
