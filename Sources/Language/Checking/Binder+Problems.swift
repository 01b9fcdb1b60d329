internal import Catalogue

extension Binder {
  static let tooLong = KindProblem(
    LanguageErrors.tooLong,
    "the range stands for more than \(NumberText.count(NumberRange.longest)) values")

  func wrongKind(_ value: Value, _ kind: Kind, _ key: String) -> KindProblem {
    wrongKind(found: value.plainName, kind, key, hint: hint(for: value, kind))
  }

  func wrongKind(found: String, _ kind: Kind, _ key: String, hint: String? = nil) -> KindProblem {
    KindProblem(
      LanguageErrors.wrongKind, "`\(key)` takes \(kind), not \(found)", hint: hint)
  }

  func outOfBounds(_ value: Value, _ kind: Kind, _ key: String) -> KindProblem {
    if case .number(let number) = value, !number.isFinite {
      return KindProblem(LanguageErrors.notANumber, "`\(key)` takes \(kind), and this is no number")
    }
    if case .fraction = kind, case .number(let number) = value, abs(number) <= 1 {
      // In hundredths of a percent, as a fraction times 100 is rarely exact.
      let percent = NumberText.plain((number * 1e4).rounded() / 100)
      return KindProblem(LanguageErrors.outOfBounds, "`\(key)` takes \(kind), not `\(percent)%`")
    }
    return KindProblem(
      LanguageErrors.outOfBounds, "`\(key)` takes \(kind), not \(value.plainName)")
  }

  /// Numbers above 1 that would do as percentages were meant as such.
  func fractionProblem(
    _ number: Double, _ bounds: Bounds, _ kind: Kind, _ key: String
  ) -> KindProblem {
    guard number > 1, bounds.contains(number / 100) else {
      return outOfBounds(.number(number), kind, key)
    }
    let text = NumberText.plain(number)
    return KindProblem(
      LanguageErrors.percentForgotten,
      "`\(key)` takes \(kind), and \(text) would be \(NumberText.plain(number * 100))%",
      hint: "did you mean `\(text)%`?")
  }

  func listForOne(_ key: String, _ kind: Kind) -> KindProblem {
    let verbs = vocabulary.verbs.filter { $0.factors != nil && $0.about.parameter(key) != nil }
      .map { "`\($0.about.name) … over \(key)=…`" }
    return KindProblem(
      LanguageErrors.listForOne, "`\(key)` takes one value, \(kind), not several",
      hint: verbs.first.map { "to compare several, use \($0)" })
  }

  /// A bare word that is neither registered nor a choice here.
  func unknownWord(_ word: String, _ kind: Kind, _ key: String, bound: [String] = []) -> KindProblem
  {
    let categories = kind.categories
    if kind.choices.isEmpty, !categories.isEmpty {
      return unknownThing(word, in: categories, bound: bound)
    }
    let known =
      kind.choices + categories.flatMap { (vocabulary.things[$0] ?? []).map(\.name) } + bound
    let near = Spelling.nearest(to: word, among: known)
    let code = kind.choices.isEmpty ? LanguageErrors.wrongKind : LanguageErrors.unknownChoice
    return KindProblem(
      code, "`\(key)` takes \(kind), not `\(word)`", hint: near.map { "did you mean `\($0)`?" })
  }

  /// A name that is not registered in any of these categories.
  func unknownThing(_ name: String, in categories: [Category], bound: [String] = []) -> KindProblem
  {
    let known = categories.flatMap { (vocabulary.things[$0] ?? []).map(\.name) }
    let near = Spelling.nearest(to: name, among: known + bound)
    let hint =
      near.map { "did you mean `\($0)`?" }
      ?? (known.count <= 12 && !known.isEmpty ? "there are \(Self.names(known))" : nil)
    let what = Parser.alternatives(categories.map { Kind.call($0).description })
    return KindProblem(
      LanguageErrors.unknownThing, "`\(name)` is not \(what)", label: "not \(what)", hint: hint)
  }

  /// "`a`, `b` and `c`".
  static func names(_ list: [String]) -> String {
    let quoted = list.map { "`\($0)`" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "none" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }

  private func hint(for value: Value, _ kind: Kind) -> String? {
    switch (value, kind) {
    case (.number(let number), .duration):
      "give it a unit: `\(NumberText.plain(number))s` or `\(NumberText.plain(number))min`"
    case (.text(let text), .number), (.text(let text), .integer), (.text(let text), .fraction):
      Double(text) == nil ? nil : "write it without quotes: `\(text)`"
    case (.text(let text), .call), (.text(let text), .choice): "write it without quotes: `\(text)`"
    case (.text(let text), .object) where text.allSatisfy({ $0.isLetter || $0 == "_" }):
      "write it without quotes: `\(text)`"
    case (.call(let call), .file), (.call(let call), .text): "write it in quotes: \"\(call.name)\""
    default: nil
    }
  }
}
