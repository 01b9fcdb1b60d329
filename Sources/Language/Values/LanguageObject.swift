package import Catalogue

/// The result of a verb, as the language sees it. The host defines what is inside.
package protocol LanguageObject: Sendable {
  /// The kind, as in the vocabulary's members and in `Kind.object`: `run`, `network`, `dataset` ….
  var kind: String { get }
  /// What the prompt shows for it; one line or several.
  var text: String { get }
  /// The member of that name; nil if it has none. Errors that conform to `CodedError` become diagnostics.
  func member(_ name: String) throws -> Value?
  /// The call that it stands for, where a policy object does for `set(zeta=30%)`; nil for most.
  var call: (category: Category, value: Call)? { get }
  /// Whether it equals another value; a policy object equals the bare name of its policy.
  func isEqual(to other: Value) -> Bool
}

extension LanguageObject {
  package var call: (category: Category, value: Call)? { nil }
}
