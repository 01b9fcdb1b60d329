/// The places of a program where spaces depend on more than the tokens beside them. All are byte offsets at which a
/// token begins.
struct Landmarks {
  /// Each `=` that binds a name, unlike those of keys and arguments.
  private(set) var bindings: Set<Int> = []
  /// Each `-` that is a sign, unlike those that subtract.
  private(set) var signs: Set<Int> = []
  /// What stands in a shape, but for its first token.
  private(set) var insideShapes: Set<Int> = []

  private var names: Set<Int> = []
  private var verbs: Set<Int> = []
  private var innerVerbs: Set<Int> = []
  private var shapes: [Int: Int] = [:]

  /// The landmarks of a program that was parsed without mistakes. O(tokens).
  init(_ program: Program) {
    for statement in program.statements {
      if let name = statement.name { names.insert(name.span.range.lowerBound) }
      if case .sentence(let sentence) = statement.body { note(sentence) }
    }
    pass(program.tokens)
  }

  private mutating func note(_ sentence: Sentence) {
    verbs.insert(sentence.verb.span.range.lowerBound)
    switch sentence.subject {
    case .shape(let shape): shapes[shape.span.range.lowerBound] = shape.span.range.upperBound
    case .sentence(let inner):
      innerVerbs.insert(inner.verb.span.range.lowerBound)
      note(inner)
    default: break
    }
  }

  private mutating func pass(_ tokens: [Token]) {
    var previous: Token?
    var depth = 0
    var shapeEnd = 0
    for token in tokens where !token.kind.isTrivia {
      let start = token.range.lowerBound
      if token.kind == .newline {
        if depth == 0 { previous = nil }
        continue
      }
      if start < shapeEnd { insideShapes.insert(start) }
      if let end = shapes[start] { shapeEnd = end }
      if token.kind == .minus, isOpen(after: previous) { signs.insert(start) }
      if let previous, previous.kind == .assign, innerVerbs.contains(start) {
        bindings.insert(previous.range.lowerBound)
      }
      if token.kind == .assign, let previous, names.contains(previous.range.lowerBound) {
        bindings.insert(start)
      }
      if token.kind.closer != nil { depth += 1 } else if token.kind.isCloser { depth -= 1 }
      previous = token
    }
  }

  /// Whether an operand begins after a token, so that a `-` there is a sign.
  private func isOpen(after token: Token?) -> Bool {
    guard let token, token.kind.endsOperand else { return true }
    return verbs.contains(token.range.lowerBound)
  }
}
