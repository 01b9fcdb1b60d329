internal import Reports

/// The channel on which everybody is told what happens: passes on what publishers say, and welcomes
/// who subscribes (JEP 65).
struct PublishingChannel {
  private let socket: Socket
  private let publications: Socket
  private let envelope: Envelope

  /// A channel on a bound socket.
  init(_ socket: Socket, _ envelope: Envelope, in context: SocketContext) throws(SocketError) {
    self.socket = socket
    self.envelope = envelope
    publications = try Socket(.pull, in: context)
    try publications.bind(Publisher.endpoint)
  }

  /// Works until a publisher ends the channel.
  func run() {
    defer {
      socket.close()
      publications.close()
    }
    do {
      while true {
        let ready = try Socket.wait(for: [socket, publications])
        if ready[0] { try welcome() }
        if ready[1], try passOn() == false { return }
      }
    } catch {
      // The context is gone, and with it everybody who could be told.
    }
  }

  /// Passes on all that was said. Returns whether there is more to come.
  private func passOn() throws(SocketError) -> Bool {
    var isEnding = false
    while let frames = try publications.receive(waiting: false) {
      if frames == [[]] { isEnding = true } else { try socket.send(frames) }
    }
    return !isEnding
  }

  private func welcome() throws(SocketError) {
    while let frames = try socket.receive(waiting: false) {
      // A subscription is a 1, an end of one a 0, each followed by the topic.
      guard let frame = frames.first, frame.first == 1 else { continue }
      let topic = Array(frame.dropFirst())
      let text = String(decoding: topic, as: UTF8.self)
      try socket.send(
        envelope.seal(
          "iopub_welcome", ["subscription": .text(text)], identities: [topic], parent: nil))
    }
  }
}
