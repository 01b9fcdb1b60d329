import Catalogue
import Language

/// The result of a toy verb.
struct ToyObject: LanguageObject {
  let kind: String
  var text: String { "a toy \(kind)" }
  var members: [String: Value] = [:]
  /// The name it is equal to, as a policy is.
  var name: String?

  func member(_ name: String) throws -> Value? {
    if name == "digest" { throw ToyError(place: .statement) }
    return members[name]
  }

  func isEqual(to other: Value) -> Bool {
    switch other {
    case .call(let call): call.name == name
    case .object(let object): object.text == text
    default: false
    }
  }
}
