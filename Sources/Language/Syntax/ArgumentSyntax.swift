/// One argument of a call: `20` or `zeta=30%`.
package struct ArgumentSyntax: Sendable {
  /// Its name, if it has one.
  package let name: Name?
  /// Its value.
  package let value: Expression
}
