import Catalogue
import Language

/// A session in a toy host, with what tests ask of one.
struct ToySession {
  let host: ToyHost
  let interpreter: Interpreter

  init() {
    host = ToyHost()
    interpreter = Interpreter(vocabulary: Toy.vocabulary, host: host)
  }

  /// What is wrong with a program.
  func diagnostics(_ text: String, mode: SourceMode = .file) -> [Diagnostic] {
    interpreter.check(Source(name: "test.sparse", text: text), mode: mode).diagnostics
  }

  /// The codes of what is wrong with a program, in order.
  func codes(_ text: String, mode: SourceMode = .file) -> [String] {
    diagnostics(text, mode: mode).map(\.code.id)
  }

  /// Runs a program at the prompt; gives what went wrong, in checking or running.
  @discardableResult func run(_ text: String, input: Int = 1, mode: SourceMode = .prompt)
    -> Diagnostic?
  {
    let checked = interpreter.check(Source(name: "input \(input)", text: text), mode: mode)
    guard checked.isSound else { return checked.diagnostics.first }
    if case .failed(let diagnostic) = interpreter.run(checked, input: input) { return diagnostic }
    return nil
  }

  /// The shown value of an expression, or the code of what goes wrong.
  static func value(_ expression: String, after setup: String = "") -> String {
    let session = ToySession()
    if let failure = session.run(setup) { return failure.code.id }
    if let failure = session.run(expression) { return failure.code.id }
    return session.host.results.last.map { ValueText.shown($0.value) } ?? "nothing"
  }
}
