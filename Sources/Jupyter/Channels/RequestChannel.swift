internal import Reports

/// A channel on which clients ask and are answered.
struct RequestChannel {
  /// What receives and answers.
  let socket: Socket
  private let envelope: Envelope
  private let publisher: Publisher

  /// A channel on a bound socket.
  init(_ socket: Socket, _ envelope: Envelope, _ publisher: Publisher) {
    self.socket = socket
    self.envelope = envelope
    self.publisher = publisher
  }

  /// The next message that has come; nil if there is none. What is no message, or not signed with the
  /// kernel's key, is dropped.
  func next() throws(SocketError) -> IncomingMessage? {
    while let frames = try socket.receive(waiting: false) {
      if let message = try? envelope.open(frames) { return message }
    }
    return nil
  }

  /// Answers a message with what `reply` gives; with nothing where that is nil. Everybody is told that
  /// the kernel is busy meanwhile, and after the answer that it is idle.
  func answer(_ message: IncomingMessage, _ reply: () -> JSONValue?) throws(SocketError) {
    publisher.publish(status: "busy", parent: message)
    defer { publisher.publish(status: "idle", parent: message) }
    guard let content = reply() else { return }
    let type = message.header.type
    let name = type.hasSuffix("_request") ? type.dropLast("_request".count) : type[...]
    try socket.send(
      envelope.seal(
        "\(name)_reply", content, identities: message.identities,
        parent: message.rawHeader))
  }
}
