internal import Catalogue

/// Computes the values of expressions. What fails is thrown as a `Diagnostic` at its place.
struct Evaluator {
  let vocabulary: Vocabulary
  let binder: Binder
  let environment: Environment
  let host: any Host

  /// The value of an expression that stands where `kind` is taken; the kind decides what a bare name means.
  func value(of expression: Expression, for kind: Kind = .any) throws -> Value {
    switch expression.form {
    case .number(let number, _): return .number(number)
    case .duration(let seconds): return .duration(seconds)
    case .text(let text): return .text(text)
    case .logic(let logic): return .logic(logic)
    case .group(let inner): return try value(of: inner, for: kind)
    case .name(let name): return try value(ofName: name, for: kind, at: expression.span)
    case .call(let name, let arguments):
      return try value(ofCall: name, arguments, for: kind, at: expression.span)
    case .list(let elements): return try list(elements, for: kind)
    case .range(let first, let last, let step):
      return .range(try range(first, last, step, at: expression.span))
    case .member(let object, let name): return try member(name, of: try value(of: object))
    case .index(let list, let position):
      return try element(of: try value(of: list), at: try value(of: position), position.span)
    case .prefix(let sign, let operand):
      return try prefixed(sign, try value(of: operand), at: expression.span)
    case .binary(let left, let sign, let right):
      return try combined(left, sign, right, at: expression.span)
    }
  }

  /// The argument that a key's value is.
  func argument(_ expression: Expression, for kind: Kind, of key: String) throws -> Argument {
    let value = try value(of: expression, for: kind)
    return try placed(expression.span) { () throws(KindProblem) in
      try binder.bind(value, to: kind, of: key)
    }
  }

  /// Runs `body`, and puts what it finds wrong at `span`.
  func placed<Result>(
    _ span: Span, _ body: () throws(KindProblem) -> Result
  ) throws -> Result {
    do throws(KindProblem) {
      return try body()
    } catch {
      throw error.at(span)
    }
  }

  // MARK: Names and calls

  private func value(ofName name: String, for kind: Kind, at span: Span) throws -> Value {
    let bound = environment.value(of: name)
    switch Resolution.ofName(name, for: kind, in: vocabulary, isBound: bound != nil) {
    case .choice: return .call(CallValue(name))
    case .bound: return bound ?? .nothing
    case .thing(let category, _): return .call(CallValue(name, category: category))
    case .function(let function): throw Checker.uncalled(function).at(span)
    case .unknown:
      let hint =
        name.hasPrefix("_")
        ? "`_` is the last result, `_3` the result of input 3" : "bind it first: \(name) = …"
      throw Diagnostic(
        LanguageErrors.unknownName, "`\(name)` is not bound to a value", at: span, hint: hint)
    }
  }

  private func value(
    ofCall name: Name, _ arguments: [ArgumentSyntax], for kind: Kind, at span: Span
  ) throws -> Value {
    switch Resolution.ofCall(name.text, for: kind, in: vocabulary) {
    case .thing(let category, let about):
      return .call(try call(about, in: category, arguments))
    case .function(let function): return try call(function, arguments, at: span)
    case .choice, .bound, .unknown:
      throw Diagnostic(
        LanguageErrors.unknownFunction, "there is no function `\(name.text)`", at: name.span)
    }
  }

  /// A registered thing with the arguments given; they are checked, so that what is wrong is found here.
  func call(
    _ about: About, in category: Category, _ arguments: [ArgumentSyntax]
  ) throws -> CallValue {
    let given = try values(arguments, about.parameters)
    let call = CallValue(
      about.name, category: category,
      arguments: given.map { CallValue.Argument(name: $0.name, value: $0.value) })
    for ((parameter, value), argument) in zip(matched(given, about), arguments) {
      _ = try placed(argument.value.span) { () throws(KindProblem) in
        try binder.bind(value, to: parameter.kind, of: parameter.name)
      }
    }
    return call
  }

  private func matched(
    _ given: [(name: String?, value: Value)], _ about: About
  ) -> [(parameter: Parameter, value: Value)] {
    ArgumentMatch(given, to: about.parameters, of: about.name).pairs
  }

  /// The values of arguments, each where its parameter's kind is taken.
  private func values(
    _ arguments: [ArgumentSyntax], _ parameters: [Parameter]
  ) throws -> [(name: String?, value: Value)] {
    try arguments.enumerated().map { position, argument in
      let parameter =
        argument.name.map { name in parameters.first { $0.name == name.text } }
        ?? (parameters.isEmpty ? nil : parameters[min(position, parameters.count - 1)])
      return (argument.name?.text, try value(of: argument.value, for: parameter?.kind ?? .any))
    }
  }

  private func call(
    _ function: FunctionAbout, _ syntax: [ArgumentSyntax], at span: Span
  ) throws -> Value {
    let given = try values(syntax, function.about.parameters)
    let arguments = try placed(span) { () throws(KindProblem) in
      try binder.arguments(given, of: function)
    }
    if let core = CoreFunctions.function(function.about.name) {
      return try placed(span) { () throws(KindProblem) in try core.value(arguments) }
    }
    do {
      let value = try host.call(function, arguments)
      return try known(value, "`\(function.about.name)`", at: span)
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch let error as any CodedError {
      throw Diagnostic(hostError: error, at: place(error.place, in: syntax, function) ?? span)
    } catch {
      throw Diagnostic(hostError: error, at: span)
    }
  }

  /// The argument that an error of a function is about.
  private func place(
    _ place: ErrorPlace, in arguments: [ArgumentSyntax], _ function: FunctionAbout
  ) -> Span? {
    switch place {
    case .key(let name):
      let position = function.about.parameters.firstIndex { $0.name == name }
      if let named = arguments.first(where: { $0.name?.text == name }) { return named.value.span }
      guard let position, position < arguments.count, arguments[position].name == nil else {
        return nil
      }
      return arguments[position].value.span
    case .subject: return arguments.first?.value.span
    case .statement, .file: return nil
    }
  }

  // MARK: Lists

  /// A list; ranges written in it stand for their numbers, unless an element may be a list itself.
  private func list(_ elements: [Expression], for kind: Kind) throws -> Value {
    var values: [Value] = []
    let nests = kind.element?.alternatives.contains { if case .list = $0 { true } else { false } }
    for element in elements {
      let value = try value(of: element, for: kind.element ?? .any)
      if nests != true, case .range(let range) = value, case .range = element.ungrouped.form {
        guard let numbers = range.numbers else { throw Binder.tooLong.at(element.span) }
        values += numbers.map { .number($0) }
      } else {
        values.append(value)
      }
    }
    return .list(values)
  }

  private func range(
    _ first: Expression, _ last: Expression, _ step: Expression?, at span: Span
  ) throws -> NumberRange {
    func number(_ expression: Expression) throws -> Double {
      guard case .number(let number) = try value(of: expression) else {
        throw Diagnostic(
          LanguageErrors.wrongKind, "the ends and the step of a range are numbers",
          at: expression.span)
      }
      return number
    }
    let low = try number(first)
    let high = try number(last)
    let by = try step.map(number)
    return try placed(span) { () throws(KindProblem) in
      try NumberRange(checking: low, high, by: by)
    }
  }

  private func element(of list: Value, at position: Value, _ span: Span) throws -> Value {
    if case .range(let range) = list, range.count == nil { throw Binder.tooLong.at(span) }
    guard let elements = list.elements else {
      throw Diagnostic(
        LanguageErrors.wrongKind, "only lists have positions, not \(list.plainName)", at: span)
    }
    guard case .number(let number) = position, let index = Int(exactly: number) else {
      throw Diagnostic(
        LanguageErrors.notWhole, "a position is a whole number, not \(position.plainName)", at: span
      )
    }
    let offset = index > 0 ? index - 1 : elements.count + max(index, -elements.count - 1)
    guard index != 0, elements.indices.contains(offset) else {
      let count = elements.count
      throw Diagnostic(
        LanguageErrors.badPosition,
        index == 0 ? "positions count from 1" : "there is no position \(index)", at: span,
        hint: count == 0
          ? "the list is empty" : "the list has positions 1 to \(count); -1 is the last")
    }
    return elements[offset]
  }

  // MARK: Members and operators

  /// A value that is one: not what a network does not know of itself before it is built, nor the
  /// accuracy of a training that went astray.
  private func known(_ value: Value, _ what: String, at span: Span) throws -> Value {
    switch value {
    case .nothing: break
    case .number(let number) where !number.isFinite: break
    default: return value
    }
    throw Diagnostic(LanguageErrors.notANumber, "\(what) has no value here", at: span)
  }

  private func member(_ name: Name, of object: Value) throws -> Value {
    if case .object(let object) = object {
      do {
        if let value = try object.member(name.text) {
          return try known(value, "`\(name.text)`", at: name.span)
        }
      } catch {
        throw Diagnostic(hostError: error, at: name.span)
      }
    }
    let members = (vocabulary.members[object.kindName] ?? []).map(\.name)
    let near = Spelling.nearest(to: name.text, among: members)
    throw Diagnostic(
      LanguageErrors.unknownMember, "\(object.plainName) has no `\(name.text)`", at: name.span,
      label: "no such member", hint: near.map { "did you mean `\($0)`?" })
  }

  private func prefixed(_ sign: Operator, _ operand: Value, at span: Span) throws -> Value {
    if sign == .not {
      guard case .logic(let logic) = operand else {
        throw Diagnostic(
          LanguageErrors.badOperands, "`not` does not work on \(operand.plainName)", at: span)
      }
      return .logic(!logic)
    }
    return try placed(span) { () throws(KindProblem) in try Arithmetic.negate(operand) }
  }

  private func combined(
    _ left: Expression, _ sign: Operator, _ right: Expression, at span: Span
  ) throws -> Value {
    if sign == .and || sign == .or {
      // The right side is looked at only if the left one does not decide.
      let first = try logic(left, of: sign)
      return first == (sign == .or) ? .logic(first) : .logic(try logic(right, of: sign))
    }
    let a = try value(of: left)
    let b = try value(of: right)
    return try placed(span) { () throws(KindProblem) in try Arithmetic.apply(sign, a, b) }
  }

  private func logic(_ expression: Expression, of sign: Operator) throws -> Bool {
    let value = try value(of: expression)
    guard case .logic(let logic) = value else {
      throw Diagnostic(
        LanguageErrors.badOperands,
        "`\(sign.spelling)` joins what is true or false, not \(value.plainName)",
        at: expression.span)
    }
    return logic
  }
}
