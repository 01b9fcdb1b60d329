package import Catalogue
package import Language

/// `set key=value`: changes how the session runs.
package enum SetVerb: Verb {
  package static let verb = VerbAbout(
    About(
      name: "set", category: .verb, summary: "changes settings of the session",
      parameters: Settings.parameters,
      examples: [
        Example("set threads=2 seed=7"), Example("set data_dir=\"data\""),
        Example("set max_memory=\"8GB\""),
      ]),
    subject: .none)

  package static func perform(_ invocation: Invocation, in session: Session) throws -> Value {
    if let size = invocation.arguments.optionalText("max_memory"), MemorySize.bytes(size) == nil {
      throw WorkbenchError.size(size)
    }
    session.settings.apply(invocation.arguments)
    session.tell(.settings(session.settings))
    return .nothing
  }
}
