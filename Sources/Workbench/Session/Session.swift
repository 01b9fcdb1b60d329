package import Catalogue
package import Language
internal import Sparse

/// One session: the verbs bound to the library, and the only thing a front end talks to.
///
/// Used from one thread at a time, but for its `interruption`.
package final class Session {
  /// How it runs.
  package internal(set) var settings: Settings
  /// The names bound so far, and all that is known of words.
  package private(set) lazy var interpreter = Interpreter(
    vocabulary: Words.vocabulary, host: self)
  /// By which it is stopped.
  package let interruption: Interruption
  private let present: (SessionEvent) -> Void
  private var engines: [Int: Engine] = [:]

  /// A session that tells its events to `present`, on the thread that executes.
  package init(
    _ options: SessionOptions, interruption: Interruption = Interruption(),
    present: @escaping (SessionEvent) -> Void
  ) {
    settings = options.settings
    self.interruption = interruption
    self.present = present
  }

  /// Checks a program against the names bound so far; runs nothing.
  package func check(_ source: Source, mode: SourceMode = .file) -> CheckedProgram {
    interpreter.check(source, mode: mode)
  }

  /// Runs a checked program. `input` is the number of the prompt input, 0 for a file.
  package func run(_ program: CheckedProgram, input: Int = 0) -> Outcome {
    let outcome = interpreter.run(program, input: input)
    if case .failed(let diagnostic) = outcome { tell(.problem(diagnostic)) }
    return outcome
  }

  /// Tells the front end something.
  func tell(_ event: SessionEvent) { present(event) }

  /// Tells the front end something worth knowing that nobody asked for.
  func note(_ text: String) { tell(.note(text)) }

  /// What to compute with, by the session's settings or by a statement's own number of threads.
  func engine(threads: Int? = nil) -> Engine {
    let wanted = threads ?? settings.threads
    if let engine = engines[wanted ?? 0] { return engine }
    let engine = Engine(threads: wanted)
    engines[wanted ?? 0] = engine
    return engine
  }

  /// Binds a value although its statement is about to fail.
  func keep(_ value: Value, kind: Kind, for invocation: Invocation) {
    guard let name = invocation.name else { return }
    interpreter.environment.bind(
      name, to: value, kind: kind, at: invocation.span,
      documentation: invocation.documentation)
  }
}

extension Session: Host {
  package var isInterrupted: Bool { interruption.isAsked }

  package func perform(_ invocation: Invocation) throws -> Value {
    guard let verb = Verbs.named(invocation.verb.about.name) else {
      preconditionFailure("`\(invocation.verb.about.name)` is in the vocabulary and not performed")
    }
    return try verb.perform(invocation, in: self)
  }

  package func call(_ function: FunctionAbout, _ arguments: Arguments) throws -> Value {
    guard let known = Functions.named(function.about.name) else {
      preconditionFailure("`\(function.about.name)` is in the vocabulary and not computed")
    }
    return try known.call(arguments, in: self)
  }

  package func loadInclude(_ path: String, from source: Source) throws -> Source {
    try ProgramFile.read(ProgramFile.resolve(path, besideFile: source.name))
  }

  package func output(_ text: String) { tell(.output(text)) }
  package func warning(_ text: String) { tell(.warning(text)) }
  package func result(_ result: StatementResult) { tell(.result(result)) }
}
