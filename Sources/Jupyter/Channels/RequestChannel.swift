internal import Reports

/// A channel on which clients ask and are answered.
struct RequestChannel {
  /// How many messages are dropped at a time.
  private static let mostDropped = 100

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
  /// kernel's key, is dropped; where that is much, nil too, so that noise keeps nobody from what else
  /// there is to do.
  func next() throws(SocketError) -> IncomingMessage? {
    for _ in 0..<Self.mostDropped {
      guard let frames = try socket.receive(waiting: false) else { return nil }
      if let message = try? envelope.open(frames) { return message }
    }
    return nil
  }

  /// What comes within a time, which is waited for, or until there are so many.
  func messages(within time: Duration, atMost limit: Int) throws(SocketError) -> [IncomingMessage] {
    let clock = ContinuousClock()
    let end = clock.now + time
    var messages: [IncomingMessage] = []
    while messages.count < limit, case let left = end - clock.now, left > .zero {
      let milliseconds = Int(left / .milliseconds(1)) + 1
      guard try Socket.wait(for: [socket], milliseconds: milliseconds)[0] else { break }
      if let message = try next() { messages.append(message) }
    }
    return messages
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
