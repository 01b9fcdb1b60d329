internal import Reports

/// Which comms are open: none, since this kernel opens none and refuses those of clients.
struct CommInfoRequest: ShellRequest {
  static let type = "comm_info_request"

  func reply(to message: IncomingMessage, at desk: Desk) -> JSONValue? {
    ["status": "ok", "comms": .object([])]
  }
}
