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

  /// The value of an expression, as a front end asks for it; nothing is noted or bound.
  /// - Throws: the first diagnostic, where the text is no expression or has no value.
  package func value(ofExpression text: String) throws(Diagnostic) -> Value {
    let source = Source(name: "expression", text: text)
    let checked = check(source, mode: .prompt)
    if let diagnostic = checked.diagnostics.first(where: { $0.severity == .error }) {
      throw diagnostic
    }
    guard checked.program.statements.count == 1, let statement = checked.program.statements.first,
      case .expression(let expression) = statement.body, statement.name == nil
    else {
      throw Diagnostic(
        LanguageErrors.unexpected, "this is no expression",
        at: Span(source, 0..<source.bytes.count))
    }
    do {
      return try evaluator.value(of: expression)
    } catch {
      throw Diagnostic(hostError: error, at: statement.span)
    }
  }

  /// What there is to know of a name: of what it is bound to, or of the verb, function or registered thing so called;
  /// nil if it means nothing.
  package func inspect(_ name: String) -> Inspection? {
    Inspector(vocabulary: vocabulary, environment: environment).inspection(of: name)
  }
}
