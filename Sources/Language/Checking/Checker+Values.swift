internal import Catalogue

extension Checker {
  /// Reports whatever keeps an expression from being given where `key` takes `kind`.
  mutating func check(_ expression: Expression, fits kind: Kind, of key: String) {
    let inner = expression.ungrouped
    switch inner.form {
    case .list(let elements): checkList(elements, inner.span, kind, key)
    case .range(let first, let last, let step): checkRange(first, last, step, inner.span, kind, key)
    case .name(let name): checkName(Name(text: name, span: inner.span), kind, key)
    case .call(let name, let arguments): checkCall(name, arguments, inner.span, kind, key)
    default:
      if let literal = inner.literal {
        checkLiteral(literal, inner.span, kind, key)
      } else {
        checkKind(self.kind(of: inner), inner.span, kind, key)
      }
    }
  }

  private mutating func checkLiteral(_ value: Value, _ span: Span, _ kind: Kind, _ key: String) {
    do throws(KindProblem) {
      _ = try binder.bind(value, to: kind, of: key)
    } catch {
      report(error, at: span)
    }
  }

  private mutating func checkKind(_ found: Kind, _ span: Span, _ kind: Kind, _ key: String) {
    guard !found.couldFit(kind) else { return }
    if case .list = found, kind.element == nil {
      report(binder.listForOne(key, kind), at: span)
    } else {
      report(binder.wrongKind(found: found.plainName, kind, key), at: span)
    }
  }

  private mutating func checkList(
    _ elements: [Expression], _ span: Span, _ kind: Kind, _ key: String
  ) {
    guard let element = kind.element else {
      report(binder.listForOne(key, kind), at: span)
      return
    }
    for item in elements {
      if case .range(let first, let last, let step) = item.ungrouped.form {
        checkRange(first, last, step, item.span, kind, key)
      } else {
        check(item, fits: element, of: key)
      }
    }
  }

  private mutating func checkRange(
    _ first: Expression, _ last: Expression, _ step: Expression?, _ span: Span, _ kind: Kind,
    _ key: String
  ) {
    guard let element = kind.element else {
      report(binder.listForOne(key, kind), at: span)
      return
    }
    guard kind.alternatives.contains(.any) || element.isNumeric else {
      report(binder.wrongKind(found: "a range of numbers", kind, key), at: span)
      return
    }
    check(first, fits: element, of: key)
    if element.isWhole { check(last, fits: element, of: key) } else { checkNumber(last) }
    if let step {
      if element.isWhole { check(step, fits: .integer(.any), of: key) } else { checkNumber(step) }
    }
    do throws(KindProblem) {
      let range = try Expression.range(first, last, step)
      if let range, range.count == nil { throw Binder.tooLong }
    } catch {
      report(error, at: span)
    }
  }

  /// An end or the step of a range, which may be any number.
  private mutating func checkNumber(_ expression: Expression) {
    let found = kind(of: expression)
    guard !found.couldFit(.number(.any)) else { return }
    report(
      KindProblem(
        LanguageErrors.wrongKind,
        "the ends and the step of a range are numbers, not \(found.plainName)"),
      at: expression.span)
  }

  private mutating func checkName(_ name: Name, _ kind: Kind, _ key: String) {
    let entry = scope[name.text]
    let isBound = entry != nil || name.text.hasPrefix("_")
    switch Resolution.ofName(name.text, for: kind, in: vocabulary, isBound: isBound) {
    case .choice: return
    case .bound: checkKind(entry?.kind ?? .any, name.span, kind, key)
    case .thing(let category, let about):
      guard Kind.call(category).couldFit(kind) else {
        let problem = binder.wrongKind(
          found: "the \(category.rawValue) `\(about.name)`", kind, key)
        report(problem, at: name.span)
        return
      }
      checkArguments([], about.parameters, of: about.name, at: name.span)
    case .function(let function):
      report(Self.uncalled(function), at: name.span)
    case .unknown: report(unknown(name, kind, key), at: name.span)
    }
  }

  private mutating func checkCall(
    _ name: Name, _ arguments: [ArgumentSyntax], _ span: Span, _ kind: Kind, _ key: String
  ) {
    switch Resolution.ofCall(name.text, for: kind, in: vocabulary) {
    case .thing(let category, let about):
      checkArguments(arguments, about.parameters, of: about.name, at: name.span)
      checkKind(.call(category), span, kind, key)
    case .function(let function):
      check(function, arguments, at: name.span)
      checkKind(function.result, span, kind, key)
    case .choice, .bound, .unknown:
      for argument in arguments { _ = self.kind(of: argument.value) }
      report(unknownCall(name, kind), at: name.span)
    }
  }

  /// The arguments of a function.
  mutating func check(_ function: FunctionAbout, _ arguments: [ArgumentSyntax], at span: Span) {
    checkArguments(
      arguments, function.about.parameters, of: function.about.name, at: span,
      isVariadic: function.variadic)
  }

  /// The arguments of a call against its parameters.
  mutating func checkArguments(
    _ arguments: [ArgumentSyntax], _ parameters: [Parameter], of call: String, at span: Span,
    isVariadic: Bool = false
  ) {
    let match = ArgumentMatch(
      arguments.map { ($0.name?.text, $0) }, to: parameters, of: call, isVariadic: isVariadic)
    for (problem, argument) in match.problems {
      report(problem, at: argument?.name?.span ?? argument?.value.span ?? span)
    }
    for (parameter, argument) in match.pairs {
      check(argument.value, fits: parameter.kind, of: parameter.name)
    }
  }

  // MARK: Unknown names

  static func uncalled(_ function: FunctionAbout) -> KindProblem {
    let name = function.about.name
    return KindProblem(
      LanguageErrors.wrongKind, "`\(name)` is a function, which takes arguments",
      hint: "write `\(name)(…)`, without a space before the bracket")
  }

  /// The problem with a name that means nothing here; suggestions fit the kind.
  func unknown(_ name: Name, _ kind: Kind, _ key: String) -> KindProblem {
    let bound = namesMeant(for: kind)
    let words = kind.choices + (kind.element?.choices ?? [])
    let categories = kind.categories + (kind.element?.categories ?? [])
    if !words.isEmpty {
      return binder.unknownWord(
        name.text, kind.choices.isEmpty ? kind.element ?? kind : kind, key, bound: bound)
    }
    if !categories.isEmpty { return binder.unknownThing(name.text, in: categories, bound: bound) }
    if kind == .logic {
      return KindProblem(
        LanguageErrors.unknownName, "`\(name.text)` is not bound to a value",
        hint: "a logic value is `true` or `false`")
    }
    if kind.alternatives.contains(.file) || kind.alternatives.contains(.text), bound.isEmpty {
      return KindProblem(
        LanguageErrors.unknownName, "`\(name.text)` is not bound to a value",
        hint: "a text stands in quotes: \"\(name.text)\"")
    }
    return KindProblem(
      LanguageErrors.unknownName, "`\(name.text)` is not bound to a value",
      hint: missing(name, kind))
  }

  private func missing(_ name: Name, _ kind: Kind) -> String? {
    if let near = meant(by: name.text, among: namesMeant(for: kind)) {
      return "did you mean `\(near)`?"
    }
    if vocabulary.verb(name.text) != nil {
      return "`\(name.text)` is a verb, which begins a statement"
    }
    guard case .object(let kinds) = kind, let wanted = kinds.first,
      let verb = vocabulary.verbs.first(where: { $0.result == wanted })
    else { return nil }
    return "make one first, as in: \(name.text) = \(verb.about.name) …"
  }

  func unknownCall(_ name: Name, _ kind: Kind) -> KindProblem {
    let categories = kind.categories + (kind.element?.categories ?? [])
    if !categories.isEmpty { return binder.unknownThing(name.text, in: categories) }
    let known = vocabulary.functions.map(\.about.name)
    let near = meant(by: name.text, among: known)
    return KindProblem(
      LanguageErrors.unknownFunction, "there is no function `\(name.text)`",
      hint: near.map { "did you mean `\($0)`?" })
  }
}

extension Kind {
  /// Whether only whole numbers fit.
  var isWhole: Bool {
    alternatives.allSatisfy { if case .integer = $0 { true } else { false } }
  }
}
