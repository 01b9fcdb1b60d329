/// What values a parameter takes. The checker, completion and the reference all read it.
public indirect enum Kind: Sendable, Equatable {
  /// A real number within bounds.
  case number(Bounds)
  /// A whole number within bounds; a fraction is refused.
  case integer(Bounds)
  /// A share within 0…1, written `30%` or `0.3`.
  case fraction(Bounds)
  /// A length of time: `90s`, `5min`, `1h`.
  case duration
  case text
  /// A text that names a file.
  case file
  case logic
  /// One of these bare names.
  case choice([String])
  /// A registered thing of a category, as a name or a call: `set`, `epsilon(20)`.
  case call(Category)
  /// `[a, b, c]`, each of one kind.
  case list(Kind)
  /// The result of a verb: one of these object kinds, `run`, `network`, `dataset` ….
  case object([String])
  /// A network's shape, `784-1000*3-10`.
  case shape
  /// Any value.
  case any
  /// The first of these that fits.
  case either([Kind])
}

extension Kind: CustomStringConvertible {
  /// The kind in a user's words, with its article: "a whole number from 1", "30% or 0.3".
  public var description: String {
    switch self {
    case .number(let bounds): "a number\(bounds.phrase)"
    case .integer(let bounds): "a whole number\(bounds.phrase)"
    case .fraction(let bounds): "a fraction\(bounds.percentPhrase)"
    case .duration: "a duration such as 90s"
    case .text: "a text"
    case .file: "a file name in quotes"
    case .logic: "true or false"
    case .choice(let names): Self.alternatives(names)
    case .call(let category):
      "\(Self.article(category.rawValue)) \(category.rawValue)"
    case .list(let element): "a list, each \(element)"
    case .object(let kinds): Self.alternatives(kinds.map { "\(Self.article($0)) \($0)" })
    case .shape: "a shape such as 784-1000*3-10"
    case .any: "a value"
    case .either(let kinds): Self.alternatives(kinds.map(\.description))
    }
  }

  /// "a" or "an", by the first letter.
  static func article(_ word: String) -> String {
    word.first.map { "aeiou".contains($0) } == true ? "an" : "a"
  }

  /// "x", "x or y", "x, y or z".
  static func alternatives(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
