import Catalogue
import Evolution
import Testing

/// A policy that the suites run over: every registered one, and examples beside them.
struct PolicyUnderTest: Sendable, CustomTestStringConvertible {
  let type: any Policy.Type

  /// Add the type of a policy here to hold it to what holds of all, before it is registered.
  static let examples: [any Policy.Type] = [ThresholdEvolution.self]

  /// All of them.
  static let all = (Policies.all + examples).map { PolicyUnderTest(type: $0) }

  var about: About { type.about }
  var name: String { type.about.name }
  var testDescription: String { name }

  /// The policy with these arguments, and defaults for the others.
  func make(_ arguments: [String: Argument] = [:]) throws -> any Policy {
    try type.init(Arguments(of: about, arguments))
  }
}
