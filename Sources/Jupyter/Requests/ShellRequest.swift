internal import Reports

/// A request that needs the session: one type each, all listed in `ShellRequests`.
protocol ShellRequest: Decodable, Sendable {
  /// The type of its messages.
  static var type: String { get }
  /// Does what is asked for. Returns the content of the reply, or nil if there is none.
  func reply(to message: IncomingMessage, at desk: Desk) -> JSONValue?
}

/// A request that is heard while a cell runs: one type each, all listed in `ControlRequests`.
protocol ControlRequest: Decodable, Sendable {
  /// The type of its messages.
  static var type: String { get }
  /// Does what is asked for. Returns the content of the reply.
  func reply(_ control: KernelControl) -> JSONValue
}
