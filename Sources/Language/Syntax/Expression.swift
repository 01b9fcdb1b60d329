/// Something with a value.
package struct Expression: Sendable {
  /// What sort of expression it is, with its parts.
  package indirect enum Form: Sendable {
    /// `1000`, or `30%` as 0.3.
    case number(Double, percent: Bool)
    /// `90s`, in seconds.
    case duration(Double)
    case text(String)
    case logic(Bool)
    /// A bound name, a registered thing with its defaults, or a choice, as the place demands.
    case name(String)
    case list([Expression])
    /// `first..last by step`.
    case range(Expression, Expression, step: Expression?)
    /// A function or a registered thing with arguments.
    case call(Name, [ArgumentSyntax])
    /// `object.name`.
    case member(Expression, Name)
    /// `list[position]`.
    case index(Expression, Expression)
    case prefix(Operator, Expression)
    case binary(Expression, Operator, Expression)
    /// An expression in parentheses.
    case group(Expression)
  }

  /// What it is.
  package let form: Form
  /// Where it stands.
  package let span: Span
  /// The height of its tree; the parser keeps it within bounds so that recursion over it is safe.
  package let depth: Int

  init(_ form: Form, _ span: Span) {
    self.form = form
    self.span = span
    depth = 1 + Self.children(of: form).reduce(0) { max($0, $1.depth) }
  }

  /// Its direct parts.
  package var children: [Expression] { Self.children(of: form) }

  private static func children(of form: Form) -> [Expression] {
    switch form {
    case .number, .duration, .text, .logic, .name: []
    case .list(let elements): elements
    case .range(let first, let last, let step): [first, last] + (step.map { [$0] } ?? [])
    case .call(_, let arguments): arguments.map(\.value)
    case .member(let object, _): [object]
    case .index(let list, let position): [list, position]
    case .prefix(_, let operand), .group(let operand): [operand]
    case .binary(let left, _, let right): [left, right]
    }
  }

  /// The expression without parentheses around it.
  package var ungrouped: Expression {
    if case .group(let inner) = form { inner.ungrouped } else { self }
  }
}
