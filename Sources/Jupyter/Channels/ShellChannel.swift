internal import Reports

/// The channel on which cells come to be executed, one after the other, and all else that needs the
/// session. Nothing ever asks the user for input, so what comes on `stdin` is thrown away.
struct ShellChannel {
  /// Where the thread that executes hears of the end.
  static let ending = "inproc://ending"
  /// How long after a failure requests may come that were sent before it. Jupyter sends all cells of
  /// "Run All" at once.
  private static let grace = Duration.milliseconds(50)
  /// The most of them that are looked for.
  private static let mostPending = 10_000

  private let channel: RequestChannel
  private let stdin: Socket
  private let ending: Socket
  private let publisher: Publisher
  private let control: KernelControl
  private let desk: Desk
  /// What came while something else was done, and whether it shall not be executed any more.
  private var waiting: [(message: IncomingMessage, isAborted: Bool)] = []

  /// A channel on bound sockets.
  init(
    _ socket: Socket, stdin: Socket, _ envelope: Envelope, _ control: KernelControl,
    in context: SocketContext, desk: (Publisher) -> Desk
  ) throws(SocketError) {
    publisher = try Publisher(envelope, in: context)
    channel = RequestChannel(socket, envelope, publisher)
    self.stdin = stdin
    self.control = control
    self.desk = desk(publisher)
    ending = try Socket(.pull, in: context)
    try ending.bind(Self.ending)
  }

  /// Works until the kernel is told to end.
  mutating func run() {
    publisher.publish(status: "starting", parent: nil)
    defer {
      channel.socket.close()
      stdin.close()
      ending.close()
    }
    do {
      while !control.isEnding {
        let ready = try Socket.wait(for: [channel.socket, stdin, ending])
        if ready[1] { while try stdin.receive(waiting: false) != nil {} }
        while !control.isEnding, let (message, isAborted) = try next() {
          try handle(message, isAborted: isAborted)
        }
      }
    } catch {
      control.end()
    }
  }

  /// Has the publishing channel end: everything is said.
  func end() { publisher.end() }

  private mutating func next() throws(SocketError) -> (IncomingMessage, isAborted: Bool)? {
    if !waiting.isEmpty { return waiting.removeFirst() }
    return try channel.next().map { ($0, false) }
  }

  private mutating func handle(_ message: IncomingMessage, isAborted: Bool) throws(SocketError) {
    var others: [IncomingMessage] = []
    var stopsOthers = false
    try channel.answer(message) {
      if isAborted, message.header.type == ExecuteRequest.type { return ExecuteRequest.aborted }
      let reply = ShellRequests.reply(to: message, desk, control)
      if desk.takeStop() {
        // Before the client is told, so that what has come by then was sent without knowing.
        stopsOthers = true
        others =
          (try? channel.messages(within: Self.grace, atMost: Self.mostPending)) ?? []
      }
      return reply
    }
    guard stopsOthers else { return }
    let session = message.header.session
    for index in waiting.indices where waiting[index].message.header.session == session {
      waiting[index].isAborted = true
    }
    waiting += others.map { ($0, $0.header.session == session) }
  }
}
