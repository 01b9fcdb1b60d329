internal import Reports

/// The requests of the control channel.
enum ControlRequests {
  /// All of them.
  static let all: [any ControlRequest.Type] = [
    KernelInfoRequest.self, InterruptRequest.self, ShutdownRequest.self, DebugRequest.self,
  ]

  /// Does what a message asks for. Returns the content of the reply; nil where nobody knows the
  /// message.
  static func reply(to message: IncomingMessage, _ control: KernelControl) -> JSONValue? {
    guard let type = all.first(where: { $0.type == message.header.type }) else { return nil }
    do {
      return try message.content(as: type).reply(control)
    } catch {
      return .badRequest
    }
  }
}
