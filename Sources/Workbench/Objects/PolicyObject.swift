package import Catalogue
package import Language
package import Reports

/// An evolution policy with all its arguments.
package struct PolicyObject: SessionObject {
  package static let kind = "policy"

  /// The policy by name, its arguments complete.
  package let call: Call

  package static let members: [Member<PolicyObject>] = [
    Member("name", .text, "its name") { .text($0.call.name) }
  ]

  package var summary: String { call.description }

  package var json: JSONValue { .text(call.description) }

  /// A policy equals its bare name, and another policy of the same name and arguments.
  package func isEqual(to other: Value) -> Bool {
    switch other {
    case .call(let value): value.name == call.name && value.arguments.isEmpty
    case .object(let object): (object as? PolicyObject)?.call.description == call.description
    default: false
    }
  }
}
