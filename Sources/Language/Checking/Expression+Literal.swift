internal import Catalogue

extension Expression {
  /// Its value, if it is a literal or a literal with a sign.
  var literal: Value? {
    switch form {
    case .number(let number, _): .number(number)
    case .duration(let seconds): .duration(seconds)
    case .text(let text): .text(text)
    case .logic(let logic): .logic(logic)
    case .prefix(.negate, let operand):
      switch operand.literal {
      case .number(let number)?: .number(-number)
      case .duration(let seconds)?: .duration(-seconds)
      default: nil
      }
    case .group(let inner): inner.literal
    default: nil
    }
  }

  /// The range of three literal numbers; nil if one is no literal.
  static func range(
    _ first: Expression, _ last: Expression, _ step: Expression?
  ) throws(KindProblem) -> NumberRange? {
    guard case .number(let low)? = first.literal, case .number(let high)? = last.literal else {
      return nil
    }
    guard let step else { return NumberRange(low, high) }
    guard case .number(let by)? = step.literal else { return nil }
    return try NumberRange(checking: low, high, by: by)
  }
}

extension NumberRange {
  /// A range of numbers that come from a program.
  init(checking first: Double, _ last: Double, by step: Double?) throws(KindProblem) {
    guard first.isFinite, last.isFinite, step?.isFinite != false else {
      throw KindProblem(LanguageErrors.notANumber, "the ends and the step of a range are numbers")
    }
    guard step != 0 else {
      throw KindProblem(LanguageErrors.outOfBounds, "the step of a range cannot be 0")
    }
    self.init(first, last, by: step)
  }
}
