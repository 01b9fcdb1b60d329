internal import Catalogue

/// The verbs that are the language's own: what they do needs nothing but values and the host's output.
enum OwnVerb: String, CaseIterable {
  case print
  case warn
  case assert
  /// Resolved by the checker; what is left of it at run time has been included before.
  case include

  /// Carries the sentence out.
  func perform(_ sentence: Sentence, _ evaluator: Evaluator) throws {
    switch (self, sentence.subject) {
    case (.print, .expressions(let list)): evaluator.host.output(try Self.line(list, evaluator))
    case (.warn, .expressions(let list)): evaluator.host.warning(try Self.line(list, evaluator))
    case (.assert, .condition(let condition, let message)):
      try Self.assert(condition, message, evaluator)
    default: return
    }
  }

  /// The values with a space between them.
  private static func line(_ list: [Expression], _ evaluator: Evaluator) throws -> String {
    try list.map { ValueText.printed(try evaluator.value(of: $0)) }.joined(separator: " ")
  }

  private static func assert(
    _ condition: Expression, _ message: Expression?, _ evaluator: Evaluator
  ) throws {
    let value = try evaluator.value(of: condition)
    guard case .logic(let holds) = value else {
      throw Diagnostic(
        LanguageErrors.wrongKind, "a condition is true or false, not \(value.plainName)",
        at: condition.span, hint: "compare it with something: ==, <, >=")
    }
    guard !holds else { return }
    let text = try message.map { ValueText.printed(try evaluator.value(of: $0)) }
    throw Diagnostic(
      LanguageErrors.assertionFailed, text.map { "assertion failed: \($0)" } ?? "assertion failed",
      at: condition.span, label: try sides(condition, evaluator))
  }

  /// What the two sides of a failed comparison were.
  private static func sides(_ condition: Expression, _ evaluator: Evaluator) throws -> String {
    guard case .binary(let left, let sign, let right) = condition.ungrouped.form, sign.isComparison,
      left.literal == nil || right.literal == nil
    else { return "this is false" }
    let values = try [left, right].map { ValueText.shown(try evaluator.value(of: $0)) }
    guard values.allSatisfy({ $0.count <= 60 && !$0.contains("\n") }) else {
      return "this is false"
    }
    return "\(values[0]) \(sign.spelling) \(values[1]) is false"
  }
}
