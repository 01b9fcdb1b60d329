internal import Catalogue

extension Parser {
  /// An expression whose operators all bind at least as strongly as `minimum`.
  mutating func parseExpression(minimum: Int = 0) throws(Failure) -> Expression {
    try nested { parser throws(Failure) in
      let first = try parser.parsePrefixed()
      return try parser.parseOperators(after: first, minimum: minimum)
    }
  }

  /// An operand with the signs before it.
  private mutating func parsePrefixed() throws(Failure) -> Expression {
    let start = token.range.lowerBound
    guard token.kind == .minus || token.kind == .not else { return try parseOperand() }
    let sign: Operator = advance().kind == .minus ? .negate : .not
    let operand = try parseExpression(minimum: sign.strength)
    return try expression(.prefix(sign, operand), from: start)
  }

  /// The operators and operands after a first operand. Operators of one strength gather to the left, `^` to the
  /// right.
  mutating func parseOperators(after first: Expression, minimum: Int = 0) throws(Failure)
    -> Expression
  {
    var left = first
    let start = first.span.range.lowerBound
    while true {
      if token.kind == .range, minimum <= Operator.rangeStrength {
        left = try parseRange(from: left)
        continue
      }
      guard let sign = Operator(binary: token.kind), sign.strength >= minimum else { return left }
      let place = span(advance())
      try refuseStrayPercent(left, place)
      let outer = operandPlace
      if sign == .equal || sign == .notEqual { operandPlace = .comparand(left) }
      let right = try parseExpression(
        minimum: sign.isRightAssociative ? sign.strength : sign.strength + 1)
      operandPlace = outer
      left = try expression(.binary(left, sign, right), from: start)
      if sign.isComparison, Operator(binary: token.kind)?.isComparison == true {
        throw failure(
          Diagnostic(
            LanguageErrors.unexpected, "comparisons do not chain", at: span(token),
            hint: "join them with `and`: a < b and b < c"))
      }
    }
  }

  /// `first..last by step`, of which `first` has been read.
  private mutating func parseRange(from first: Expression) throws(Failure) -> Expression {
    if case .range = first.form {
      throw failure(
        Diagnostic(
          LanguageErrors.unexpected, "a range has two ends", at: span(token),
          hint: "a step follows `by`: 0..1 by 0.1"))
    }
    presume(.range)
    let last = try parseExpression(minimum: Operator.rangeStrength + 1)
    var step: Expression?
    if token.kind == .by {
      advance()
      step = try parseExpression(minimum: Operator.rangeStrength + 1)
    }
    return try expression(.range(first, last, step: step), from: first.span.range.lowerBound)
  }

  /// `30 %`: a percent sign that lost its number.
  private mutating func refuseStrayPercent(_ left: Expression, _ sign: Span) throws(Failure) {
    guard sign.text == "%", case .number(_, false) = left.form else { return }
    guard [.newline, .semicolon, .end, .comma].contains(token.kind) || token.kind.isCloser else {
      return
    }
    throw failure(
      Diagnostic(
        LanguageErrors.malformedNumber, "a percent sign stands against its number",
        at: left.span.joined(sign), hint: "write `\(left.span.text)%`"))
  }

  /// A literal, name, call, list or group, with the members and positions asked of it.
  mutating func parseOperand() throws(Failure) -> Expression {
    let start = token.range.lowerBound
    var operand = try parsePrimary()
    while true {
      if token.kind == .dot {
        advance()
        note(.member(operand))
        guard at(.name) else { throw unexpected() }
        let member = name(advance())
        operand = try expression(.member(operand, member), from: start)
      } else if token.kind == .openBracket, !token.spaceBefore {
        operand = try parseIndex(of: operand, from: start)
      } else if token.kind == .openParenthesis, !token.spaceBefore {
        throw failure(
          Diagnostic(
            LanguageErrors.unexpected, "only functions can be called", at: span(token),
            hint: "members take no arguments"))
      } else {
        return operand
      }
    }
  }

  private mutating func parseIndex(of list: Expression, from start: Int) throws(Failure)
    -> Expression
  {
    _ = presumeOpener()
    let place = operandPlace
    operandPlace = .expression
    let position = try parseExpression()
    operandPlace = place
    try expectCloser()
    return try expression(.index(list, position), from: start)
  }

  private mutating func parsePrimary() throws(Failure) -> Expression {
    note(operandPlace)
    let first = token
    let start = first.range.lowerBound
    switch (first.kind, first.value) {
    case (.number, .number(let value)), (.percent, .number(let value)):
      advance()
      return try expression(.number(value, percent: first.kind == .percent), from: start)
    case (.duration, .number(let seconds)):
      advance()
      return try expression(.duration(seconds), from: start)
    case (.text, .text(let text)):
      advance()
      return try expression(.text(text), from: start)
    case (.true, _), (.false, _):
      advance()
      return try expression(.logic(first.kind == .true), from: start)
    case (.name, _):
      // Inside brackets, a verb at the start of a line tells that a bracket was not closed.
      if !openers.isEmpty, first.startsLine, beginsStatement(at: index) { throw unexpected() }
      let name = name(advance())
      guard token.kind == .openParenthesis, !token.spaceBefore else {
        return try expression(.name(name.text), from: start)
      }
      return try expression(.call(name, try parseArguments(of: name)), from: start)
    case (.openParenthesis, _): return try parseGroup()
    case (.openBracket, _): return try parseList()
    default:
      wants("a value")
      throw unexpected()
    }
  }

  private mutating func parseGroup() throws(Failure) -> Expression {
    let opener = presumeOpener()
    let inner = try parseExpression()
    try expectCloser()
    return try expression(.group(inner), from: opener.range.lowerBound)
  }

  private mutating func parseList() throws(Failure) -> Expression {
    let place = operandPlace
    operandPlace = place.insideList
    defer { operandPlace = place }
    let opener = presumeOpener()
    var elements: [Expression] = []
    note(operandPlace)
    while token.kind != .closeBracket {
      elements.append(try parseExpression())
      if accept(.comma) == nil { break }
      note(operandPlace)
    }
    try expectCloser()
    return try expression(.list(elements), from: opener.range.lowerBound)
  }

  /// The arguments of a call in their parentheses.
  mutating func parseArguments(of call: Name) throws(Failure) -> [ArgumentSyntax] {
    let outer = operandPlace
    defer { operandPlace = outer }
    _ = presumeOpener()
    var arguments: [ArgumentSyntax] = []
    while true {
      let used = arguments.compactMap { $0.name?.text }
      operandPlace = .argument(call: call.text, position: arguments.count, used: used, outer: outer)
      note(operandPlace)
      if token.kind == .closeParenthesis { break }
      arguments.append(try parseArgument(of: call, after: arguments, outer))
      if accept(.comma) == nil { break }
    }
    try expectCloser()
    return arguments
  }

  private mutating func parseArgument(
    of call: Name, after others: [ArgumentSyntax], _ outer: Place
  ) throws(Failure) -> ArgumentSyntax {
    var argumentName: Name?
    if token.kind == .name, nextToken.kind == .assign {
      argumentName = name(advance())
      presume(.assign)
      operandPlace = .argumentValue(
        call: call.text, name: argumentName?.text ?? "", lists: 0, outer: outer)
    }
    let value = try parseExpression()
    if argumentName == nil, others.last?.name != nil {
      report(
        Diagnostic(
          LanguageErrors.positionalAfterNamed, "an argument without a name comes after a named one",
          at: value.span, hint: "give it a name, or put it first"))
    }
    return ArgumentSyntax(name: argumentName, value: value)
  }

  /// The value of a key: a literal, name, call, list or range; anything else needs parentheses.
  mutating func parseValue(of key: Name, takesFile: Bool) throws(Failure) -> Expression {
    if takesFile, let range = bareFileName() {
      let text = takeBareFileName(range)
      return try expression(.text(text), from: range.lowerBound)
    }
    if [.newline, .semicolon, .end].contains(token.kind)
      || (token.kind == .name && nextToken.kind == .assign),
      openers.isEmpty || token.kind == .name
    {
      throw failure(
        Diagnostic(
          LanguageErrors.unexpected, "`\(key.text)=` is followed by no value", at: key.span))
    }
    let negated = token.kind == .not
    let start = token.range.lowerBound
    var value = try parseSimpleValue()
    if token.kind == .range {
      presume(.range)
      let last = try parseSimpleValue()
      let step = accept(.by) == nil ? nil : try parseSimpleValue()
      value = try expression(.range(value, last, step: step), from: start)
    }
    guard negated || Operator(binary: token.kind) != nil else { return value }
    let place = negated ? value.span : span(token)
    value = try parseOperators(after: value)
    report(
      Diagnostic(
        LanguageErrors.needsParentheses, "an expression as the value of a key needs parentheses",
        at: place, hint: "put parentheses round it: `\(key.text)=(\(value.span.text))`"))
    return value
  }

  /// An operand, or one with a sign.
  private mutating func parseSimpleValue() throws(Failure) -> Expression {
    try nested { parser throws(Failure) in try parser.parsePrefixed() }
  }

  /// An expression that ends with the last token taken, unless its tree grows too high.
  mutating func expression(_ form: Expression.Form, from start: Int) throws(Failure) -> Expression {
    let made = Expression(form, span(from: start))
    guard made.depth <= Self.deepestExpression else { throw tooDeep(made.span) }
    return made
  }
}

extension Place {
  /// The place of an element, where a list is written at this place.
  var insideList: Place {
    switch self {
    case .value(let verb, let subject, let key, let isFactor, let lists):
      .value(verb, subject, key: key, isFactor: isFactor, lists: lists + 1)
    case .argumentValue(let call, let name, let lists, let outer):
      .argumentValue(call: call, name: name, lists: lists + 1, outer: outer)
    default: .expression
    }
  }
}
