internal import Catalogue

/// Builds the value that a checked call names: finds the type of that name in a family's registry
/// and hands it the arguments, with defaults for those that are absent.
/// - Precondition: the name is registered; the checker has seen to it.
func build<Family, Value>(
  _ call: Call, among all: [Family], as about: (Family) -> About,
  _ make: (Family, Arguments) throws -> Value
) throws -> Value {
  for type in all where about(type).name == call.name {
    return try make(type, call.arguments.completed(by: about(type).parameters))
  }
  preconditionFailure("`\(call.name)` is not registered")
}
