internal import Reports

/// One thread's way to the channel on which everybody is told what happens. Each thread that has
/// something to say has its own.
final class Publisher {
  /// Where publishers hand their messages to the thread that owns the channel.
  static let endpoint = "inproc://publications"

  private let socket: Socket
  private let envelope: Envelope

  /// A publisher; `PublishingChannel` passes on what it says.
  init(_ envelope: Envelope, in context: SocketContext) throws(SocketError) {
    self.envelope = envelope
    socket = try Socket(.push, in: context)
    try socket.connect(Self.endpoint)
  }

  /// Publishes a message that came of `parent`.
  func publish(_ type: String, _ content: JSONValue, parent: IncomingMessage?) {
    let frames = envelope.seal(
      type, content, identities: [Array(type.utf8)], parent: parent?.rawHeader)
    // That nobody can be told any more, while the kernel closes down, changes nothing.
    try? socket.send(frames)
  }

  /// Publishes what a cell writes to `stdout` or `stderr`, together with what it writes just before and
  /// after.
  func publish(stream name: String, _ text: String, parent: IncomingMessage) {
    let part = StreamPart(name: name, text: Array(text.utf8), parent: parent.rawHeader)
    try? socket.send(part.frames)
  }

  /// Publishes whether the kernel is at work: `starting`, `busy` or `idle`.
  func publish(status: String, parent: IncomingMessage?) {
    publish("status", ["execution_state": .text(status)], parent: parent)
  }

  /// Has the channel end, when all that was said is passed on.
  func end() {
    try? socket.send([[]])
    socket.close()
  }

  /// Says nothing more.
  func close() { socket.close() }
}
