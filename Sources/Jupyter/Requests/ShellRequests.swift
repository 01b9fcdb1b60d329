internal import Reports

/// The requests of the shell channel.
enum ShellRequests {
  /// All of them.
  static let all: [any ShellRequest.Type] = [
    ExecuteRequest.self, CompleteRequest.self, InspectRequest.self, IsCompleteRequest.self,
    HistoryRequest.self, CommInfoRequest.self, CommOpenMessage.self,
  ]

  /// Does what a message asks for. Returns the content of the reply; nil where there is none, as for
  /// messages that nobody knows.
  static func reply(
    to message: IncomingMessage, _ desk: Desk, _ control: KernelControl
  ) -> JSONValue? {
    guard let type = all.first(where: { $0.type == message.header.type }) else {
      // Clients of earlier protocols send these here.
      return ControlRequests.reply(to: message, control)
    }
    do {
      return try message.content(as: type).reply(to: message, at: desk)
    } catch {
      return .badRequest
    }
  }
}

extension JSONValue {
  /// The reply to a request whose content is not what the protocol says.
  static let badRequest: JSONValue = [
    "status": "error", "ename": "BadRequest",
    "evalue": "the content of the request is not what the protocol says", "traceback": [],
  ]
}
