package import Catalogue
package import Language
package import Reports

/// An evolution policy with all its arguments.
package struct PolicyObject: SessionObject {
  package static let kind = "policy"

  /// The policy by name, its arguments complete.
  package let policy: Call

  package static let members: [Member<PolicyObject>] = [
    Member("name", .text, "its name") { .text($0.policy.name) }
  ]

  package var summary: String { policy.description }

  package var json: JSONValue { .text(policy.description) }

  /// The key `policy` takes it as the call it was made by.
  package var call: (category: Category, value: Call)? { (.policy, policy) }

  /// A policy equals its bare name, and another policy of the same name and arguments.
  package func isEqual(to other: Value) -> Bool {
    switch other {
    case .call(let value): value.name == policy.name && value.arguments.isEmpty
    case .object(let object): (object as? PolicyObject)?.policy.description == policy.description
    default: false
    }
  }
}
