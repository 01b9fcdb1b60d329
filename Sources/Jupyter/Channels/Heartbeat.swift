internal import Glibc

/// Sends back what it is sent, so that clients see that the process lives even while it trains.
struct Heartbeat {
  /// How often it is looked whether the process that started the kernel is still there.
  private static let interval = 1000

  private let socket: Socket
  private let parent: Int32?

  /// A heartbeat on a bound socket. Where a parent is given, the process ends when that has ended: a
  /// kernel whose server was killed would otherwise stay for ever.
  init(_ socket: Socket, parent: Int32?) {
    self.socket = socket
    self.parent = parent
  }

  /// Works until the kernel closes down.
  func run() {
    defer { socket.close() }
    do {
      while true {
        let isBeaten = try Socket.wait(
          for: [socket], milliseconds: parent == nil ? -1 : Self.interval)[0]
        if isBeaten, let frames = try socket.receive(waiting: false) {
          // What came with too many frames has none left. Unanswered, the socket would hear no more.
          try socket.send(frames.isEmpty ? [[]] : frames)
        }
        if let parent, getppid() != parent { _exit(0) }
      }
    } catch {
      // The context is gone.
    }
  }
}
