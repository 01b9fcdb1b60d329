internal import Catalogue

/// Collects the candidates for a place, each text once, the likeliest first.
struct Offer {
  typealias Candidate = Completion.Candidate

  let vocabulary: Vocabulary
  /// Knows the names and can tell the kind of an expression.
  var checker: Checker
  private(set) var candidates: [Candidate] = []
  private(set) var expecting: String?
  private var seen: Set<String> = []

  init(vocabulary: Vocabulary, checker: Checker) {
    self.vocabulary = vocabulary
    self.checker = checker
  }

  /// Adds what may stand at a place; `later` are keys that follow on the line.
  mutating func add(_ place: Place, later: [String] = []) {
    switch place {
    case .statementStart:
      addVerbs()
      addNames(.any)
      addFunctions(.any)
    case .rightSide:
      addVerbs()
      addNames(.any)
      addFunctions(.any)
      addWords(["true", "false", "not"])
    case .expression: addExpression()
    case .afterExpression(let verb):
      addWords(["and", "or"])
      if verb != nil { expecting = "a text to show if it is false" }
    case .comparand(let left): addComparand(left)
    case .subject(let verb, _): addSubject(verb)
    case .key(let verb, let subject, let used, let afterOver):
      addKeys(verb, subject, used + later, afterOver)
      switch (verb.subject, subject) {
      case (.expressions, _), (.name, .none): addSubject(verb)
      case (.condition, _): addWords(["and", "or"])
      default: return
      }
    case .value(let verb, let subject, let key, let isFactor, let lists):
      guard let parameter = parameter(key, verb, subject, isFactor) else { return }
      addValues(parameter.kind, lists: lists, of: parameter, isFactor: isFactor)
    case .argument, .argumentValue: addArgument(place)
    case .member(let object): addMembers(of: object)
    case .shape(let isFirst):
      addWords(isFirst ? ["in"] : ["out"])
      expecting = "a number of neurons"
    case .nothing: return
    }
  }

  private mutating func add(_ text: String, _ sort: String, _ detail: String) {
    if seen.insert(text).inserted { candidates.append(Candidate(text, sort: sort, detail: detail)) }
  }

  mutating func addWords(_ words: [String]) { for word in words { add(word, "word", "") } }

  private mutating func addVerbs() {
    for verb in vocabulary.verbs { add(verb.about.name, "verb", verb.about.summary) }
  }

  private mutating func addNames(_ kind: Kind) {
    for name in checker.scope.names(for: kind) {
      add(name, "name", checker.scope[name]?.kind.plainName ?? "")
    }
  }

  /// The names of objects that have a member of a kind, where the kind is that of no object: to draw a curve, one names
  /// the run that has it.
  private mutating func addOwners(_ kind: Kind) {
    let plain = kind.alternatives.filter {
      switch $0 {
      case .object, .call, .choice, .any: false
      default: true
      }
    }
    guard !plain.isEmpty else { return }
    for name in checker.scope.names {
      guard case .object(let kinds)? = checker.scope[name]?.kind else { continue }
      let members = kinds.flatMap { vocabulary.members[$0] ?? [] }
      if members.contains(where: { $0.kind.couldFit(.either(plain)) }) {
        add(name, "name", checker.scope[name]?.kind.plainName ?? "")
      }
    }
  }

  private mutating func addFunctions(_ kind: Kind) {
    for function in vocabulary.functions where function.result.couldFit(kind) {
      add(function.about.name, "function", function.about.summary)
    }
  }

  private mutating func addThings(_ category: Category) {
    for about in vocabulary.things[category] ?? [] {
      add(about.name, category.rawValue, about.summary)
    }
  }

  private mutating func addExpression() {
    addNames(.any)
    addFunctions(.any)
    addWords(["true", "false", "not"])
  }

  /// Everything that help could be asked of.
  mutating func addEverything() {
    addVerbs()
    addNames(.any)
    addFunctions(.any)
    for category in Category.allCases { addThings(category) }
  }

  private mutating func addComparand(_ left: Expression) {
    for kind in checker.kind(of: left).alternatives {
      switch kind {
      case .call(let category): addThings(category)
      case .object(let names): for name in names { Category(rawValue: name).map { addThings($0) } }
      case .choice(let words): addWords(words)
      default: continue
      }
    }
    addExpression()
  }

  private mutating func addSubject(_ verb: VerbAbout) {
    switch verb.subject {
    case .none: return
    case .name: addEverything()
    case .shape:
      addWords(["in"])
      expecting = Kind.shape.description
    case .file: expecting = Kind.file.description
    case .registered(let category, let orFile):
      addThings(category)
      if orFile { expecting = "a name or \(Kind.file)" }
    case .sentence(let names):
      for name in names {
        if let verb = vocabulary.verb(name) { add(name, "verb", verb.about.summary) }
      }
    case .condition: addExpression()
    case .expression(let kind), .expressions(let kind):
      if kind == .any { addExpression() } else { addValue(kind) }
    }
  }

  // MARK: Keys

  private func ownParameters(_ verb: VerbAbout, _ subject: SubjectSyntax) -> [Parameter] {
    guard case .thing(let name, _, _) = subject, case .registered(let category, _) = verb.subject,
      let about = vocabulary.thing(name.text, in: category)
    else { return verb.about.parameters }
    return about.parameters
      + verb.about.parameters.filter { about.parameter($0.name) == nil }
  }

  private mutating func addKeys(
    _ verb: VerbAbout, _ subject: SubjectSyntax, _ used: [String], _ afterOver: Bool
  ) {
    let own = ownParameters(verb, subject)
    if afterOver {
      for name in Checker.factorNames(verb, own, vocabulary) where !used.contains(name) {
        add(name + "=", "key", parameter(name, verb, subject, true).map(Self.detail) ?? "")
      }
      return
    }
    for parameter in own where !used.contains(parameter.name) {
      add(parameter.name + "=", "key", Self.detail(parameter))
    }
    if verb.factors != nil { add("over", "word", "the keys after it vary") }
  }

  private func parameter(
    _ key: String, _ verb: VerbAbout, _ subject: SubjectSyntax, _ isFactor: Bool
  ) -> Parameter? {
    let own = ownParameters(verb, subject)
    if let found = own.first(where: { $0.name == key }) { return found }
    guard isFactor else { return nil }
    let kinds = Checker.factorKinds(key, verb, own, vocabulary)
    return kinds.isEmpty ? nil : .optional(key, kinds.count == 1 ? kinds[0] : .either(kinds), "")
  }

  /// Kind and default of a key.
  static func detail(_ parameter: Parameter) -> String {
    if parameter.required { return "\(parameter.kind) (required)" }
    return parameter.standardText.map { "\(parameter.kind) (default \($0))" }
      ?? parameter.kind.description
  }

  // MARK: Values

  private mutating func addValues(
    _ kind: Kind, lists: Int, of parameter: Parameter?, isFactor: Bool = false
  ) {
    var kind = kind
    for _ in 0..<max(0, isFactor ? lists - 1 : lists) { kind = kind.element ?? kind }
    addValue(kind)
    expecting =
      parameter.map { lists == 0 ? Self.detail($0) : kind.description } ?? kind.description
  }

  private mutating func addValue(_ kind: Kind) {
    for alternative in kind.alternatives + (kind.element?.alternatives ?? []) {
      switch alternative {
      case .choice(let words): for word in words { add(word, "choice", "") }
      case .call(let category): addThings(category)
      case .logic: addWords(["true", "false"])
      default: continue
      }
    }
    addNames(kind)
    addOwners(kind)
    if !kind.alternatives.contains(where: { if case .call = $0 { true } else { false } }) {
      addFunctions(kind)
    }
  }

  // MARK: Calls

  private mutating func addArgument(_ place: Place) {
    switch place {
    case .argument(let call, let position, let used, let outer):
      let (parameters, isVariadic) = parameters(of: call, in: outer)
      let place = isVariadic ? min(position, parameters.count - 1) : position
      if parameters.indices.contains(place), used.isEmpty {
        addValues(parameters[place].kind, lists: 0, of: parameters[place])
      }
      for parameter in parameters.dropFirst(position - used.count)
      where !used.contains(parameter.name) {
        add(parameter.name + "=", "key", Self.detail(parameter))
      }
    case .argumentValue(let call, let name, let lists, let outer):
      let (parameters, _) = parameters(of: call, in: outer)
      guard let parameter = parameters.first(where: { $0.name == name }) else { return }
      addValues(parameter.kind, lists: lists, of: parameter)
    default: return
    }
  }

  /// The parameters of a call that stands at `place`.
  private func parameters(of call: String, in place: Place) -> ([Parameter], Bool) {
    switch Resolution.ofCall(call, for: kind(at: place), in: vocabulary) {
    case .thing(_, let about): (about.parameters, false)
    case .function(let function): (function.about.parameters, function.variadic)
    case .choice, .bound, .unknown: ([], false)
    }
  }

  /// The kind that is taken at a place of values.
  private func kind(at place: Place) -> Kind {
    switch place {
    case .subject(let verb, _): return verb.subject.kind
    case .value(let verb, let subject, let key, let isFactor, _):
      return parameter(key, verb, subject, isFactor)?.kind ?? .any
    case .argument(let call, let position, _, let outer):
      let (parameters, _) = parameters(of: call, in: outer)
      return parameters.indices.contains(position) ? parameters[position].kind : .any
    case .argumentValue(let call, let name, _, let outer):
      return parameters(of: call, in: outer).0.first { $0.name == name }?.kind ?? .any
    default: return .any
    }
  }

  private mutating func addMembers(of object: Expression) {
    for kind in checker.kind(of: object).alternatives {
      let owners: [String] =
        switch kind {
        case .object(let names): names
        case .call(let category): [category.rawValue]
        default: []
        }
      for member in owners.flatMap({ vocabulary.members[$0] ?? [] }) {
        add(member.name, "member", member.summary)
      }
    }
  }
}
