internal import Catalogue

extension Interpreter {
  /// What could stand at a place of a text, given in Unicode scalars from 0. Works at every place of any text.
  package func complete(_ text: String, at scalar: Int) -> Completion {
    Completer(vocabulary: vocabulary, environment: environment) { [host] path, from throws in
      try host.loadInclude(path, from: from)
    }.completion(of: text, at: scalar)
  }

  /// Whether a prompt input can be submitted. The parser decides.
  package func completeness(of text: String) -> Completeness {
    let program = Parser.parse(
      Source(name: "input", text: text), vocabulary: vocabulary, mode: .prompt)
    if program.openBrackets > 0 { return .incomplete(indent: 2 * program.openBrackets) }
    guard program.diagnostics.isEmpty else { return .invalid }
    let awaits = program.statements.isEmpty && program.tokens.contains { $0.kind == .documentation }
    let lastLineIsEmpty = text.last.map(\.isNewline) ?? true
    return awaits && !lastLineIsEmpty ? .incomplete(indent: 0) : .complete
  }

  /// What there is to know of a name: of what it is bound to, or of the verb, function or registered thing so called;
  /// nil if it means nothing.
  package func inspect(_ name: String) -> Inspection? {
    Inspector(vocabulary: vocabulary, environment: environment).inspection(of: name)
  }
}
