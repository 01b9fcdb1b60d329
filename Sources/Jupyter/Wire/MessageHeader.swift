internal import FoundationEssentials
internal import Reports

/// The head of a message: who says what sort of thing, and when (Jupyter messaging protocol,
/// "General Message Format").
struct MessageHeader: Decodable, Equatable {
  /// The version of the protocol that this kernel speaks.
  static let protocolVersion = "5.5"

  /// What no other message has.
  let id: String
  /// The client or kernel process that says it.
  let session: String
  /// What sort of message it is, such as `execute_request`.
  let type: String

  enum CodingKeys: String, CodingKey {
    case id = "msg_id"
    case session
    case type = "msg_type"
  }

  /// A head as it is sent, dated now.
  static func json(id: String, session: String, type: String) -> JSONValue {
    let now = Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(.now)
    return [
      "msg_id": .text(id), "session": .text(session), "username": "sparsesh",
      "date": .text(now), "msg_type": .text(type), "version": .text(protocolVersion),
    ]
  }
}
