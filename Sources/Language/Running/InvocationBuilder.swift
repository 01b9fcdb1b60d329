internal import Catalogue

/// Evaluates a sentence into the invocation that the host performs, and finds the places of what goes wrong there.
struct InvocationBuilder {
  let evaluator: Evaluator
  let sentence: Sentence
  let verb: VerbAbout

  /// The sentence with everything evaluated, checked and completed.
  func invocation(of statement: Statement, input: Int) throws -> Invocation {
    if let inner {
      return Invocation(
        verb: verb, subject: .invocation(try inner.invocation(of: statement, input: input)),
        arguments: Arguments(of: verb.about, [:]), given: [], factors: [],
        name: statement.name?.text, documentation: statement.documentation, input: input,
        span: statement.span)
    }
    let (subject, own) = try subject()
    let allowed =
      own + verb.about.parameters.filter { key in !own.contains { $0.name == key.name } }
    var given: [String: Argument] = [:]
    if case .thing(let call) = subject {
      for name in call.arguments.names { given[name] = call.arguments[name] }
    }
    for pair in sentence.keys {
      guard let parameter = allowed.first(where: { $0.name == pair.key.text }) else { continue }
      given[parameter.name] = try evaluator.argument(
        pair.value, for: parameter.kind, of: parameter.name)
    }
    return Invocation(
      verb: verb, subject: subject, arguments: Arguments(of: verb.about, given),
      given: sentence.keys.map(\.key.text),
      factors: try sentence.factors.map { try factor($0, allowed) },
      name: statement.name?.text, documentation: statement.documentation, input: input,
      span: statement.span)
  }

  /// The builder of the sentence that this one is about, if it is about one.
  private var inner: InvocationBuilder? {
    guard case .sentence(let inner) = sentence.subject,
      let verb = evaluator.vocabulary.verb(inner.verb.text)
    else { return nil }
    return InvocationBuilder(evaluator: evaluator, sentence: inner, verb: verb)
  }

  /// The subject, and the parameters it adds to the verb's keys.
  private func subject() throws -> (Invocation.Subject, [Parameter]) {
    switch sentence.subject {
    case .none, .sentence: return (.none, [])
    case .shape(let shape): return (.shape(shape.items), [])
    case .file(let path, _): return (.file(path), [])
    case .name(let name): return (.name(name.text), [])
    case .condition(let condition, _): return (.values([try evaluator.value(of: condition)]), [])
    case .expressions(let list):
      return (.values(try list.map { try subjectValue($0) }), [])
    case .thing(let name, let arguments, let span):
      guard case .registered(let category, _) = verb.subject,
        let about = evaluator.vocabulary.thing(name.text, in: category)
      else {
        throw Diagnostic(LanguageErrors.unknownThing, "`\(name.text)` is not registered", at: span)
      }
      return (.thing(try thing(about, category, arguments, span)), about.parameters)
    }
  }

  /// A subject's value, which must be of the verb's kind; it is handed on as it is.
  private func subjectValue(_ expression: Expression) throws -> Value {
    let kind = verb.subject.kind
    let value = try evaluator.value(of: expression, for: kind)
    guard kind != .any else { return value }
    _ = try evaluator.placed(expression.span) { () throws(KindProblem) in
      try evaluator.binder.bind(value, to: kind, of: verb.about.name)
    }
    return value
  }

  /// The registered thing with the arguments of its call and those given as keys.
  private func thing(
    _ about: About, _ category: Category, _ arguments: [ArgumentSyntax], _ span: Span
  ) throws -> Call {
    let keys = sentence.keys.filter { about.parameter($0.key.text) != nil }
    let named = keys.map { ArgumentSyntax(name: $0.key, value: $0.value) }
    let call = try evaluator.call(about, in: category, arguments + named)
    return try evaluator.placed(span) { () throws(KindProblem) in
      try evaluator.binder.complete(call, in: category)
    }
  }

  private func factor(_ pair: KeyValue, _ allowed: [Parameter]) throws -> Invocation.Factor {
    let kinds = Checker.factorKinds(pair.key.text, verb, allowed, evaluator.vocabulary)
    let kind = kinds.count == 1 ? kinds[0] : Kind.either(kinds)
    let value = try evaluator.value(of: pair.value, for: .list(kind))
    if case .range(let range) = value, range.count == nil {
      throw Binder.tooLong.at(pair.value.span)
    }
    let values = value.elements ?? [value]
    guard !values.isEmpty else {
      throw Diagnostic(
        LanguageErrors.wrongKind, "`\(pair.key.text)` has no values to vary over",
        at: pair.value.span)
    }
    return try evaluator.placed(pair.value.span) { () throws(KindProblem) in
      var arguments: [Argument] = []
      for value in values {
        arguments.append(try evaluator.binder.bind(value, to: kind, of: pair.key.text))
      }
      return Invocation.Factor(
        name: pair.key.text, values: arguments, texts: texts(pair.value, values))
    }
  }

  /// The values as the script wrote them, if it wrote each.
  private func texts(_ expression: Expression, _ values: [Value]) -> [String] {
    if case .list(let elements) = expression.ungrouped.form, elements.count == values.count {
      return elements.map(\.span.text)
    }
    return values.map(ValueText.shown)
  }

  // MARK: Places

  /// What the host threw, at the place that the error names.
  func diagnostic(of error: any Error, in statement: Statement) -> Diagnostic {
    if let inner { return inner.diagnostic(of: error, in: statement) }
    guard let coded = error as? any CodedError else {
      return Diagnostic(hostError: error, at: statement.span)
    }
    switch coded.place {
    case .statement: return Diagnostic(hostError: coded, at: statement.span)
    case .subject:
      return Diagnostic(hostError: coded, at: sentence.subject.span ?? sentence.verb.span)
    case .key(let key): return Diagnostic(hostError: coded, at: span(of: key) ?? statement.span)
    case .file(let path, let line, let column):
      let place = ([path] + [line, column].compactMap { $0.map(String.init) }).joined(
        separator: ":")
      return Diagnostic(
        hostError: coded, at: span(ofFile: path) ?? sentence.subject.span ?? statement.span,
        label: line == nil ? "" : place)
    }
  }

  /// The value given for a key, as a key, a factor or an argument of the subject.
  private func span(of key: String) -> Span? {
    if let pair = (sentence.keys + sentence.factors).first(where: { $0.key.text == key }) {
      return pair.value.span
    }
    guard case .thing(_, let arguments, _) = sentence.subject else { return nil }
    return arguments.first { $0.name?.text == key }?.value.span
  }

  /// The text in quotes that names a file, as far as the path shows.
  private func span(ofFile path: String) -> Span? {
    for pair in sentence.keys {
      if case .text(let name) = pair.value.ungrouped.form, path.hasSuffix(name), !name.isEmpty {
        return pair.value.span
      }
    }
    return nil
  }
}
