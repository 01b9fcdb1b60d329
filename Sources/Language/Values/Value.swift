internal import Catalogue

/// A value of the language.
package indirect enum Value: Sendable {
  /// What a statement gives that only acts, such as `print`.
  case nothing
  /// A number; a percentage is one too.
  case number(Double)
  case text(String)
  case logic(Bool)
  /// A length of time in seconds.
  case duration(Double)
  case list([Value])
  /// A range, not expanded.
  case range(NumberRange)
  case shape([ShapeItem])
  /// A registered thing, by name and with the arguments that were given.
  case call(CallValue)
  /// The result of a verb.
  case object(any LanguageObject)
}

extension Value {
  /// The kind in one word, as diagnostics and `%who` show it: the object's kind for an object, the category for a
  /// call.
  package var kindName: String {
    switch self {
    case .nothing: "nothing"
    case .number: "number"
    case .text: "text"
    case .logic: "logic"
    case .duration: "duration"
    case .list: "list"
    case .range: "range"
    case .shape: "shape"
    case .call(let call): call.category?.rawValue ?? "name"
    case .object(let object): object.kind
    }
  }

  /// The elements of a list or range; nil for other values.
  var elements: [Value]? {
    switch self {
    case .list(let elements): elements
    case .range(let range): range.numbers?.map { .number($0) }
    default: nil
    }
  }

  /// Whether two values are equal: of one kind and equal in it, lists and ranges element by element. A call equals
  /// another of its name when neither gives arguments or both give equal ones; an object decides for itself, and
  /// may equal a call, as a policy equals its name.
  package func isEqual(to other: Value) -> Bool {
    switch (self, other) {
    case (.nothing, .nothing): true
    case (.number(let a), .number(let b)), (.duration(let a), .duration(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.logic(let a), .logic(let b)): a == b
    case (.shape(let a), .shape(let b)): a == b
    case (.call(let a), .call(let b)): a.isEqual(to: b)
    case (.object(let a), _): a.isEqual(to: other)
    case (_, .object(let b)): b.isEqual(to: self)
    default:
      if let a = elements, let b = other.elements {
        a.count == b.count && zip(a, b).allSatisfy { $0.isEqual(to: $1) }
      } else {
        false
      }
    }
  }
}
