internal import Catalogue

extension Checker {
  /// The kind of an expression's value, as far as it can be known; reports what could not run. What has been reported
  /// is of kind `any`.
  mutating func kind(of expression: Expression) -> Kind {
    switch expression.form {
    case .number: return .number(.any)
    case .duration: return .duration
    case .text: return .text
    case .logic: return .logic
    case .group(let inner): return kind(of: inner)
    case .name(let name): return kind(ofName: Name(text: name, span: expression.span))
    case .call(let name, let arguments): return kind(ofCall: name, arguments)
    case .member(let object, let name): return kind(ofMember: name, of: object)
    case .index(let list, let position): return kind(ofElement: list, position)
    case .prefix(let sign, let operand): return kind(of: sign, operand)
    case .binary(let left, let sign, let right): return kind(of: left, sign, right, expression.span)
    case .range:
      check(expression, fits: .list(.number(.any)), of: "a range")
      return .list(.number(.any))
    case .list(let elements): return kind(ofElements: elements)
    }
  }

  private mutating func kind(ofElements elements: [Expression]) -> Kind {
    var common: Kind?
    for element in elements {
      var kind = kind(of: element)
      if case .range = element.ungrouped.form { kind = .number(.any) }
      common = common == nil || common == kind ? kind : .any
    }
    return .list(common ?? .any)
  }

  private mutating func kind(ofName name: Name) -> Kind {
    let entry = scope[name.text]
    if let entry { return entry.kind }
    if name.text.hasPrefix("_") { return .any }
    switch Resolution.ofName(name.text, for: .any, in: vocabulary, isBound: false) {
    case .thing(let category, _): return .call(category)
    case .function(let function): report(Self.uncalled(function), at: name.span)
    case .choice, .bound, .unknown: report(unknownAnything(name), at: name.span)
    }
    return .any
  }

  /// Where any value would do, every name may have been meant.
  private func unknownAnything(_ name: Name) -> KindProblem {
    let things = vocabulary.things.values.flatMap { $0.map(\.name) }
    let near = meant(by: name.text, among: namesMeant() + things)
    let verb = meant(by: name.text, among: vocabulary.verbs.map(\.about.name))
    var hint = near.map { "did you mean `\($0)`?" } ?? verb.map { "did you mean the verb `\($0)`?" }
    if vocabulary.verb(name.text) != nil {
      hint = "`\(name.text)` is a verb, which begins a statement"
    }
    return KindProblem(
      LanguageErrors.unknownName, "`\(name.text)` is not bound to a value", hint: hint)
  }

  private mutating func kind(ofCall name: Name, _ arguments: [ArgumentSyntax]) -> Kind {
    switch Resolution.ofCall(name.text, for: .any, in: vocabulary) {
    case .function(let function):
      check(function, arguments, at: name.span)
      return function.result
    case .thing(let category, let about):
      checkArguments(arguments, about.parameters, of: about.name, at: name.span)
      return .call(category)
    case .choice, .bound, .unknown:
      for argument in arguments { _ = kind(of: argument.value) }
      report(unknownCall(name, .any), at: name.span)
      return .any
    }
  }

  private mutating func kind(ofMember name: Name, of object: Expression) -> Kind {
    let owner = kind(of: object)
    let kinds = owner.alternatives
    if kinds.contains(.any) { return .any }
    let objects = kinds.flatMap { kind -> [String] in
      switch kind {
      case .object(let names): names
      case .call(let category): [category.rawValue]
      default: []
      }
    }
    let members = objects.flatMap { vocabulary.members[$0] ?? [] }
    if let member = members.first(where: { $0.name == name.text }) { return member.kind }
    let near = meant(by: name.text, among: members.map(\.name))
    let list = members.isEmpty ? "it has no members" : "it has \(Binder.names(members.map(\.name)))"
    diagnostics.append(
      Diagnostic(
        LanguageErrors.unknownMember, "\(owner.plainName) has no `\(name.text)`", at: name.span,
        label: "no such member", hint: near.map { "did you mean `\($0)`?" } ?? list))
    return .any
  }

  private mutating func kind(ofElement list: Expression, _ position: Expression) -> Kind {
    checkPosition(position)
    let whole = kind(of: list)
    for kind in whole.alternatives {
      if case .list(let element) = kind { return element }
      if case .any = kind { return .any }
    }
    report(
      KindProblem(LanguageErrors.wrongKind, "only lists have positions, not \(whole.plainName)"),
      at: list.span)
    return .any
  }

  private mutating func checkPosition(_ position: Expression) {
    let found = kind(of: position)
    var isWhole = found.couldFit(.integer(.any))
    if case .number(let number)? = position.literal { isWhole = Int(exactly: number) != nil }
    guard !isWhole else { return }
    let name = position.literal == nil ? found.plainName : "`\(position.span.text)`"
    report(
      KindProblem(
        LanguageErrors.wrongKind, "a position in a list is a whole number, not \(name)"),
      at: position.span)
  }

  private mutating func kind(of sign: Operator, _ operand: Expression) -> Kind {
    let found = kind(of: operand)
    let fits =
      sign == .not
      ? found.couldFit(.logic)
      : found.couldFit(.either([.number(.any), .duration, .list(.number(.any))]))
    guard fits else {
      report(
        KindProblem(
          LanguageErrors.badOperands, "`\(sign.spelling)` does not work on \(found.plainName)"),
        at: operand.span)
      return .any
    }
    return sign == .not ? .logic : found
  }

  private mutating func kind(
    of left: Expression, _ sign: Operator, _ right: Expression, _ span: Span
  ) -> Kind {
    let a = kind(of: left)
    let b = kind(of: right)
    switch sign {
    case .equal, .notEqual: return .logic
    case .and, .or:
      for (kind, operand) in [(a, left), (b, right)] where !kind.couldFit(.logic) {
        report(
          KindProblem(
            LanguageErrors.badOperands,
            "`\(sign.spelling)` joins what is true or false, not \(kind.plainName)"),
          at: operand.span)
      }
      return .logic
    default:
      guard let result = Self.result(of: sign, a, b) else {
        report(Arithmetic.problem(sign, a.plainName, b.plainName), at: span)
        return .any
      }
      return result
    }
  }

  /// The kind that an arithmetic or ordering operator makes of two kinds; nil where it cannot work.
  private static func result(of sign: Operator, _ a: Kind, _ b: Kind) -> Kind? {
    if a.alternatives.count > 1 || b.alternatives.count > 1 || a == .any || b == .any {
      return sign.isComparison ? .logic : .any
    }
    if sign.isComparison {
      let ordered = [Kind.number(.any), .duration, .text].contains {
        a.couldFit($0) && b.couldFit($0)
      }
      return ordered && a.element == nil && b.element == nil ? .logic : nil
    }
    if a.isNumeric, b.isNumeric { return .number(.any) }
    let isList = a.element != nil || b.element != nil
    if isList, a.couldFit(.list(.number(.any))), b.couldFit(.list(.number(.any))) {
      return .list(.number(.any))
    }
    switch (a, sign, b) {
    case (.text, .add, .text): return .text
    case (.duration, .add, .duration), (.duration, .subtract, .duration): return .duration
    case (.duration, .divide, .duration): return .number(.any)
    case (.duration, .multiply, _) where b.isNumeric: return .duration
    case (.duration, .divide, _) where b.isNumeric: return .duration
    case (_, .multiply, .duration) where a.isNumeric: return .duration
    default: return nil
    }
  }
}
