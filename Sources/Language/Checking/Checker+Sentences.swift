internal import Catalogue

extension Checker {
  /// A verb's subject, keys and factors.
  mutating func check(_ sentence: Sentence, _ verb: VerbAbout) {
    if case .sentence(let inner) = sentence.subject {
      if let verb = vocabulary.verb(inner.verb.text) { check(inner, verb) }
      return
    }
    let own = checkSubject(sentence, verb)
    let keys = verb.about.parameters
    let allowed = own + keys.filter { key in !own.contains { $0.name == key.name } }
    var seen: [String: Span] = [:]
    for pair in sentence.keys where isFirst(pair, &seen) {
      guard let parameter = allowed.first(where: { $0.name == pair.key.text }) else {
        unknownKey(pair.key, verb, sentence, allowed)
        continue
      }
      check(pair.value, fits: parameter.kind, of: pair.key.text)
    }
    for pair in sentence.factors where isFirst(pair, &seen) { checkFactor(pair, verb, allowed) }
    for parameter in allowed where parameter.required && seen[parameter.name] == nil {
      if case .thing(_, let arguments, _) = sentence.subject,
        own.contains(where: { $0.name == parameter.name }),
        !arguments.isEmpty
      {
        continue  // the call has reported it
      }
      report(
        KindProblem(
          LanguageErrors.missingKey, "`\(verb.about.name)` needs `\(parameter.name)=`",
          hint: "\(parameter.name)= takes \(parameter.kind)"), at: sentence.verb.span)
    }
  }

  /// Whether a key is given for the first time; a second time is reported.
  private mutating func isFirst(_ pair: KeyValue, _ seen: inout [String: Span]) -> Bool {
    if let first = seen[pair.key.text] {
      diagnostics.append(
        Diagnostic(
          LanguageErrors.repeatedKey, "`\(pair.key.text)` is given twice", at: pair.key.span
        ).with(first, "first given here"))
      return false
    }
    seen[pair.key.text] = pair.key.span
    return true
  }

  /// Where a key belongs to what another key names, as `zeta` to a policy.
  private func thingHint(_ key: String, _ allowed: [Parameter]) -> String? {
    for parameter in allowed {
      guard case .call(let category) = parameter.kind,
        let thing = vocabulary.things[category]?.first(where: { $0.parameter(key) != nil })
      else { continue }
      return "`\(key)` belongs to the \(category.rawValue): "
        + "\(parameter.name)=\(thing.name)(\(key)=…)"
    }
    return nil
  }

  private mutating func unknownKey(
    _ key: Name, _ verb: VerbAbout, _ sentence: Sentence, _ allowed: [Parameter]
  ) {
    var subject = verb.about.name
    if case .thing(let name, _, _) = sentence.subject { subject += " " + name.text }
    var hint = Spelling.nearest(to: key.text, among: allowed.map(\.name)).map {
      "did you mean `\($0)`?"
    }
    if hint == nil {
      let others = vocabulary.verbs.filter { $0.about.parameter(key.text) != nil }
      if let other = others.first { hint = "`\(key.text)` is a key of `\(other.about.name)`" }
    }
    if hint == nil { hint = thingHint(key.text, allowed) }
    if hint == nil, !allowed.isEmpty, allowed.count <= 16 {
      hint = "its keys are \(Binder.names(allowed.map(\.name)))"
    }
    diagnostics.append(
      Diagnostic(
        LanguageErrors.unknownKey, "`\(subject)` takes no key `\(key.text)`", at: key.span,
        label: "unknown key", hint: hint))
  }

  // MARK: Factors

  /// The kinds that a factor of this name may have: as a key of the verb, of the verbs whose keys may vary, or as a
  /// parameter of the things that may.
  static func factorKinds(
    _ name: String, _ verb: VerbAbout, _ allowed: [Parameter], _ vocabulary: Vocabulary
  ) -> [Kind] {
    if let own = allowed.first(where: { $0.name == name }) { return [own.kind] }
    guard let factors = verb.factors else { return [] }
    let ofVerbs = factors.verbs.compactMap { vocabulary.verb($0)?.about.parameter(name)?.kind }
    if let first = ofVerbs.first { return [first] }
    var kinds: [Kind] = []
    for about in factors.categories.flatMap({ vocabulary.things[$0] ?? [] }) {
      guard let kind = about.parameter(name)?.kind, !kinds.contains(kind) else { continue }
      kinds.append(kind)
    }
    return kinds
  }

  /// The names that a verb's factors may have.
  static func factorNames(
    _ verb: VerbAbout, _ allowed: [Parameter], _ vocabulary: Vocabulary
  ) -> [String] {
    guard let factors = verb.factors else { return [] }
    let verbs = factors.verbs.flatMap { vocabulary.verb($0)?.about.parameters ?? [] }
    let things = factors.categories.flatMap { vocabulary.things[$0] ?? [] }.flatMap(\.parameters)
    var names: [String] = []
    for name in (allowed + verbs + things).map(\.name) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  private mutating func checkFactor(_ pair: KeyValue, _ verb: VerbAbout, _ allowed: [Parameter]) {
    guard verb.factors != nil else { return }  // the parser has reported `over`
    let kinds = Self.factorKinds(pair.key.text, verb, allowed, vocabulary)
    guard let first = kinds.first else {
      let names = Self.factorNames(verb, allowed, vocabulary)
      let near = Spelling.nearest(to: pair.key.text, among: names)
      diagnostics.append(
        Diagnostic(
          LanguageErrors.notAFactor, "`\(verb.about.name)` cannot vary `\(pair.key.text)`",
          at: pair.key.span, label: "no such factor", hint: near.map { "did you mean `\($0)`?" }))
      return
    }
    let kind = kinds.count == 1 ? first : .either(kinds)
    if case .list(let elements) = pair.value.ungrouped.form, elements.isEmpty {
      report(
        KindProblem(LanguageErrors.wrongKind, "`\(pair.key.text)` has no values to vary over"),
        at: pair.value.span)
    }
    check(pair.value, fits: .list(kind), of: pair.key.text)
  }

  // MARK: Subjects

  /// Checks what follows a verb; gives the parameters that it adds to the verb's keys.
  private mutating func checkSubject(_ sentence: Sentence, _ verb: VerbAbout) -> [Parameter] {
    switch sentence.subject {
    case .none, .shape, .file, .name, .sentence: return []
    case .expressions(let list):
      for expression in list { check(expression, fits: verb.subject.kind, of: verb.about.name) }
    case .condition(let condition, let message):
      let kind = kind(of: condition)
      if !kind.couldFit(.logic) {
        report(
          KindProblem(
            LanguageErrors.wrongKind, "a condition is true or false, not \(kind.plainName)",
            hint: "compare it with something: ==, <, >="), at: condition.span)
      }
      if let message { _ = self.kind(of: message) }
    case .thing(let name, let arguments, _):
      return checkThing(name, arguments, sentence, verb)
    }
    return []
  }

  private mutating func checkThing(
    _ name: Name, _ arguments: [ArgumentSyntax], _ sentence: Sentence, _ verb: VerbAbout
  ) -> [Parameter] {
    guard case .registered(let category, let orFile) = verb.subject else { return [] }
    guard let about = vocabulary.thing(name.text, in: category) else {
      let problem = binder.unknownThing(name.text, in: [category])
      let hint = problem.hint ?? (orFile ? "a file name stands in quotes" : nil)
      diagnostics.append(
        Diagnostic(
          problem.code, problem.message, at: name.span, label: "not \(Kind.call(category))",
          hint: hint))
      // Its keys cannot be known, so none of them is reported.
      return sentence.keys.map { .optional($0.key.text, .any, "") }
    }
    if !arguments.isEmpty {
      checkArguments(arguments, of: about, with: sentence.keys, at: name.span)
    }
    return about.parameters
  }

  /// The arguments of a subject written as a call, to which the sentence's keys add.
  private mutating func checkArguments(
    _ arguments: [ArgumentSyntax], of about: About, with keys: [KeyValue], at span: Span
  ) {
    let given = Set(keys.map(\.key.text))
    let parameters = about.parameters.map { parameter in
      given.contains(parameter.name)
        ? Parameter.optional(parameter.name, parameter.kind, parameter.summary) : parameter
    }
    checkArguments(arguments, parameters, of: about.name, at: span)
    let match = ArgumentMatch(arguments.map { ($0.name?.text, $0) }, to: parameters, of: about.name)
    for (parameter, argument) in match.pairs {
      guard let key = keys.first(where: { $0.key.text == parameter.name }) else { continue }
      diagnostics.append(
        Diagnostic(
          LanguageErrors.repeatedKey, "`\(parameter.name)` is given twice", at: key.key.span
        ).with(argument.value.span, "first given here"))
    }
  }
}

extension VerbAbout.Subject {
  /// The kind of its expressions.
  var kind: Kind {
    switch self {
    case .expression(let kind), .expressions(let kind): kind
    case .condition: .logic
    case .registered(let category, _): .call(category)
    case .file: .file
    case .shape: .shape
    case .none, .name, .sentence: .any
    }
  }
}
