internal import Catalogue

/// Arguments brought together with the parameters they belong to: those with a name by name, the others in order.
/// One matcher serves the checker, whose arguments are syntax, and the interpreter, whose arguments are values.
struct ArgumentMatch<Value> {
  /// The arguments that found their parameter.
  private(set) var pairs: [(parameter: Parameter, value: Value)] = []
  /// What is wrong, each with the argument it is about; nil for the call as a whole.
  private(set) var problems: [(problem: KindProblem, value: Value?)] = []

  /// Matches the arguments of `call`; with `isVariadic`, the last parameter takes all that are left.
  init(
    _ arguments: [(name: String?, value: Value)], to parameters: [Parameter], of call: String,
    isVariadic: Bool = false
  ) {
    var position = 0
    for (name, value) in arguments {
      if let name {
        add(name, value, parameters, call, isVariadic)
      } else if position < parameters.count {
        pairs.append((parameters[position], value))
        if !(isVariadic && position == parameters.count - 1) { position += 1 }
      } else {
        problems.append((Self.tooMany(parameters, call), value))
        break
      }
    }
    for parameter in parameters where parameter.required {
      guard !pairs.contains(where: { $0.parameter.name == parameter.name }) else { continue }
      problems.append(
        (
          KindProblem(
            LanguageErrors.argumentCount,
            "`\(call)` needs `\(parameter.name)`, \(parameter.kind)"), nil
        ))
    }
  }

  private mutating func add(
    _ name: String, _ value: Value, _ parameters: [Parameter], _ call: String, _ isVariadic: Bool
  ) {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      let near = Spelling.nearest(to: name, among: parameters.map(\.name))
      problems.append(
        (
          KindProblem(
            LanguageErrors.unknownKey, "`\(call)` takes no `\(name)`",
            hint: near.map { "did you mean `\($0)`?" } ?? Self.keys(parameters, call)), value
        ))
      return
    }
    guard isVariadic || !pairs.contains(where: { $0.parameter.name == name }) else {
      problems.append(
        (
          KindProblem(LanguageErrors.repeatedKey, "`\(name)` is given twice to `\(call)`"), value
        ))
      return
    }
    pairs.append((parameter, value))
  }

  private static func tooMany(_ parameters: [Parameter], _ call: String) -> KindProblem {
    let count = parameters.count
    let most =
      count == 0 ? "no arguments" : count == 1 ? "one argument" : "up to \(count) arguments"
    return KindProblem(
      LanguageErrors.argumentCount, "`\(call)` takes \(most)", hint: keys(parameters, call))
  }

  private static func keys(_ parameters: [Parameter], _ call: String) -> String? {
    guard !parameters.isEmpty else { return nil }
    return "it takes "
      + Parser.alternatives(parameters.map { "`\($0.name)`" })
      .replacing(" or ", with: " and ")
  }
}
