internal import Catalogue

/// Holds values against kinds: the one place that decides what fits where. The checker asks it about literals, the
/// interpreter about everything.
struct Binder: Sendable {
  /// Whose things calls are looked up in.
  let vocabulary: Vocabulary

  /// The value as an argument of the kind that `key` takes. A single value fits where a list is taken; a number in
  /// quotes does not fit where a number is. Durations become seconds.
  func bind(_ value: Value, to kind: Kind, of key: String) throws(KindProblem) -> Argument {
    switch kind {
    case .any: return try any(value, of: key)
    case .either(let kinds): return try either(value, kinds, kind, key)
    case .list(let element): return try list(value, of: element, key)
    default: break
    }
    if value.elements != nil || isRange(value) { throw listForOne(key, kind) }
    switch (kind, value) {
    case (.number(let bounds), .number(let number)):
      guard bounds.contains(number) else { throw outOfBounds(value, kind, key) }
      return .number(number)
    case (.integer(let bounds), .number(let number)):
      guard number.rounded() == number, abs(number) <= 0x1p53 else {
        throw KindProblem(
          LanguageErrors.notWhole, "`\(key)` takes \(kind), not \(value.plainName)")
      }
      guard bounds.contains(number) else { throw outOfBounds(value, kind, key) }
      return .number(number)
    case (.fraction(let bounds), .number(let number)):
      guard bounds.contains(number) else { throw fractionProblem(number, bounds, kind, key) }
      return .number(number)
    case (.duration, .duration(let seconds)): return .number(seconds)
    case (.text, .text(let text)), (.file, .text(let text)): return .text(text)
    case (.logic, .logic(let logic)): return .logic(logic)
    case (.choice(let words), .call(let call)): return try choice(call, among: words, key)
    case (.call(let category), .call(let call)): return .call(try complete(call, in: category))
    case (.call(let category), .object(let object)):
      guard let call = object.call, call.category == category else { break }
      return .call(call.value)
    case (.object(let kinds), .object(let object)) where kinds.contains(object.kind):
      return .object(object)
    case (.object(let kinds), .call(let call)):
      guard let category = call.category, kinds.contains(category.rawValue) else { break }
      return .call(try complete(call, in: category))
    case (.shape, .shape(let items)): return .object(items)
    default: break
    }
    throw wrongKind(value, kind, key)
  }

  /// A call with its arguments checked and its defaults filled in.
  func complete(_ call: CallValue, in category: Category) throws(KindProblem) -> Call {
    guard let about = vocabulary.thing(call.name, in: category) else {
      throw unknownThing(call.name, in: [category])
    }
    let match = ArgumentMatch(
      call.arguments.map { ($0.name, $0.value) }, to: about.parameters, of: call.name)
    if let first = match.problems.first { throw first.problem }
    var given: [String: Argument] = [:]
    for (parameter, value) in match.pairs {
      given[parameter.name] = try bind(value, to: parameter.kind, of: parameter.name)
    }
    return Call(call.name, Arguments(of: about, given))
  }

  /// The arguments of a function, checked and completed; a repeated last parameter becomes a list.
  func arguments(
    _ values: [(name: String?, value: Value)], of function: FunctionAbout
  ) throws(KindProblem) -> Arguments {
    let about = function.about
    let match = ArgumentMatch(
      values, to: about.parameters, of: about.name, isVariadic: function.variadic)
    if let first = match.problems.first { throw first.problem }
    var given: [String: Argument] = [:]
    var repeated: [Argument] = []
    for (parameter, value) in match.pairs {
      let argument = try bind(value, to: parameter.kind, of: parameter.name)
      if function.variadic, parameter.name == about.parameters.last?.name {
        repeated.append(argument)
      } else {
        given[parameter.name] = argument
      }
    }
    if function.variadic, let last = about.parameters.last { given[last.name] = .list(repeated) }
    return Arguments(of: about, given)
  }

  // MARK: Kinds with parts

  private func either(
    _ value: Value, _ kinds: [Kind], _ whole: Kind, _ key: String
  ) throws(KindProblem) -> Argument {
    var telling: KindProblem?
    for kind in kinds {
      do throws(KindProblem) {
        return try bind(value, to: kind, of: key)
      } catch {
        // A value of the right kind that is wrong in itself tells more than a value of another kind.
        let says = ![
          LanguageErrors.wrongKind, LanguageErrors.listForOne, LanguageErrors.unknownChoice,
          LanguageErrors.unknownThing,
        ].contains(error.code)
        if says, telling == nil { telling = error }
      }
    }
    if let telling { throw telling }
    if case .call(let call) = value { throw unknownWord(call.name, whole, key) }
    throw wrongKind(value, whole, key)
  }

  private func list(_ value: Value, of element: Kind, _ key: String) throws(KindProblem) -> Argument
  {
    if case .range(let range) = value, range.count == nil { throw Self.tooLong }
    guard let elements = value.elements else {
      return .list([try bind(value, to: element, of: key)])
    }
    var bound: [Argument] = []
    bound.reserveCapacity(elements.count)
    for item in elements { bound.append(try bind(item, to: element, of: key)) }
    return .list(bound)
  }

  private func any(_ value: Value, of key: String) throws(KindProblem) -> Argument {
    switch value {
    case .number(let number), .duration(let number): return .number(number)
    case .text(let text): return .text(text)
    case .logic(let logic): return .logic(logic)
    case .list, .range: return try list(value, of: .any, key)
    case .shape(let items): return .object(items)
    case .object(let object): return .object(object)
    case .call(let call):
      guard let category = call.category else { return .name(call.name) }
      return .call(try complete(call, in: category))
    case .nothing: throw wrongKind(value, .any, key)
    }
  }

  private func choice(
    _ call: CallValue, among words: [String], _ key: String
  ) throws(KindProblem) -> Argument {
    guard call.arguments.isEmpty, words.contains(call.name) else {
      throw unknownWord(call.name, .choice(words), key)
    }
    return .name(call.name)
  }

  private func isRange(_ value: Value) -> Bool {
    if case .range = value { true } else { false }
  }
}
