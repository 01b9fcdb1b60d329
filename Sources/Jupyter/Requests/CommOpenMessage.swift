internal import Reports

/// A client opens a comm to a target. There is none, so it is closed at once.
struct CommOpenMessage: ShellRequest {
  static let type = "comm_open"

  /// The comm.
  let id: String

  enum CodingKeys: String, CodingKey {
    case id = "comm_id"
  }

  func reply(to message: IncomingMessage, at desk: Desk) -> JSONValue? {
    desk.publisher.publish(
      "comm_close", ["comm_id": .text(id), "data": .object([])], parent: message)
    return nil
  }
}
