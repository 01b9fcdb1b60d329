internal import Reports

/// The channel on which everybody is told what happens: passes on what publishers say, and welcomes
/// who subscribes (JEP 65). What is written in pieces is put together, since each message is an output
/// of its own to whoever stores a notebook.
struct PublishingChannel {
  /// How long a piece waits for more.
  private static let patience = Duration.milliseconds(50)
  /// The most bytes that wait.
  private static let mostWaiting = 65_536

  private let socket: Socket
  private let publications: Socket
  private let envelope: Envelope
  private let clock = ContinuousClock()
  private var waiting: (part: StreamPart, since: ContinuousClock.Instant)?

  /// A channel on a bound socket.
  init(_ socket: Socket, _ envelope: Envelope, in context: SocketContext) throws(SocketError) {
    self.socket = socket
    self.envelope = envelope
    publications = try Socket(.pull, in: context)
    try publications.bind(Publisher.endpoint)
  }

  /// Works until a publisher ends the channel.
  mutating func run() {
    defer {
      socket.close()
      publications.close()
    }
    do {
      while true {
        let ready = try Socket.wait(for: [socket, publications], milliseconds: millisecondsLeft)
        if ready[0] { try welcome() }
        if ready[1], try passOn() == false { return }
        if millisecondsLeft == 0 { try tellWaiting() }
      }
    } catch {
      // The context is gone, and with it everybody who could be told.
    }
  }

  /// How long what waits may wait yet; -1 if nothing does.
  private var millisecondsLeft: Int {
    guard let waiting else { return -1 }
    let left = Self.patience - (clock.now - waiting.since)
    return left <= .zero ? 0 : Int(left / .milliseconds(1)) + 1
  }

  /// Passes on all that was said. Returns whether there is more to come.
  private mutating func passOn() throws(SocketError) -> Bool {
    var isEnding = false
    while let frames = try publications.receive(waiting: false) {
      if let part = StreamPart(frames) {
        try hold(part)
      } else {
        try tellWaiting()
        if frames == [[]] { isEnding = true } else { try socket.send(frames) }
      }
    }
    if isEnding { try tellWaiting() }
    return !isEnding
  }

  private mutating func hold(_ part: StreamPart) throws(SocketError) {
    if waiting?.part.append(part) != true {
      try tellWaiting()
      waiting = (part, clock.now)
    }
    if let waiting, waiting.part.text.count > Self.mostWaiting { try tellWaiting() }
  }

  private mutating func tellWaiting() throws(SocketError) {
    guard let (part, _) = waiting else { return }
    waiting = nil
    try socket.send(
      envelope.seal(
        "stream", part.content, identities: [Array("stream".utf8)], parent: part.parent))
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
