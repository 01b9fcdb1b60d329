internal import CZeroMQ

/// A ZeroMQ socket: whole messages of several frames go in and out. Used by one thread at a time, to
/// which it is handed once.
final class Socket {
  /// What a socket does with messages.
  enum Kind {
    /// Takes requests from many clients, and answers each by its identity.
    case router
    /// Publishes to all that subscribed, and tells of subscriptions.
    case publisher
    /// Takes a request and answers it, in turns.
    case reply
    /// Hands messages to a `pull` within the process.
    case push
    /// Takes messages of all who `push`.
    case pull
    /// Asks, and is answered, whenever it likes: the other side of `router` and `reply`.
    case dealer

    fileprivate var number: Int32 {
      switch self {
      case .router: ZMQ_ROUTER
      case .publisher: ZMQ_XPUB
      case .reply: ZMQ_REP
      case .push: ZMQ_PUSH
      case .pull: ZMQ_PULL
      case .dealer: ZMQ_DEALER
      }
    }
  }

  /// How long what is to be sent may keep the process from ending, in milliseconds.
  private static let linger: Int32 = 1000
  // What comes is only known to be signed after it was taken whole, so that whoever reaches the port
  // decides how much memory it takes, up to these bounds.

  /// The largest frame that is taken from a client, in bytes: cells are text.
  private static let largestFrame: Int64 = 8 << 20
  /// The most frames of a message; what has more is none of Jupyter's.
  static let mostFrames = 64
  /// How many messages of a client may wait to be read.
  private static let mostUnread: Int32 = 1000
  /// How many messages may wait for a client that does not read them.
  private static let mostUnsent: Int32 = 10_000

  private let pointer: UnsafeMutableRawPointer
  /// Where frames arrive: ZeroMQ keeps small ones inside, so it must stay in its place.
  private let part = UnsafeMutablePointer<zmq_msg_t>.allocate(capacity: 1)
  private var isClosed = false

  /// A socket that is not connected to anything yet.
  init(_ kind: Kind, in context: SocketContext) throws(SocketError) {
    guard let pointer = zmq_socket(context.pointer, kind.number) else { throw Self.lastError() }
    self.pointer = pointer
    set(ZMQ_LINGER, Self.linger)
    set(ZMQ_SNDHWM, kind == .push ? 0 : Self.mostUnsent)
    set(ZMQ_RCVHWM, kind == .pull ? 0 : Self.mostUnread)
    set(ZMQ_MAXMSGSIZE, Self.largestFrame)
    set(ZMQ_IPV6, Int32(1))
    // A client that comes back under its name gets what is sent to it from then on.
    if kind == .router { set(ZMQ_ROUTER_HANDOVER, Int32(1)) }
    // Every subscription is told, not only the first to a topic: each client is to be welcomed.
    if kind == .publisher { set(ZMQ_XPUB_VERBOSE, Int32(1)) }
  }

  deinit {
    close()
    part.deallocate()
  }

  /// Waits for connections at an endpoint.
  func bind(_ endpoint: String) throws(SocketError) {
    guard zmq_bind(pointer, endpoint) == 0 else { throw Self.lastError() }
  }

  /// Connects to an endpoint.
  func connect(_ endpoint: String) throws(SocketError) {
    guard zmq_connect(pointer, endpoint) == 0 else { throw Self.lastError() }
  }

  /// Ends it; what is to be sent still is, for a while.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    zmq_close(pointer)
  }

  /// Sends a message of one frame or more.
  func send(_ frames: [[UInt8]]) throws(SocketError) {
    for (index, frame) in frames.enumerated() {
      let flags = index + 1 < frames.count ? ZMQ_SNDMORE : 0
      while zmq_send(pointer, frame, frame.count, flags) < 0 {
        guard zmq_errno() == EINTR else { throw Self.lastError() }
      }
    }
  }

  /// The next message; nil if there is none and it is not to be waited for. One of too many frames
  /// comes without any.
  func receive(waiting: Bool = true) throws(SocketError) -> [[UInt8]]? {
    var frames: [[UInt8]] = []
    var count = 0
    repeat {
      zmq_msg_init(part)
      defer { zmq_msg_close(part) }
      while zmq_msg_recv(part, pointer, waiting ? 0 : ZMQ_DONTWAIT) < 0 {
        if zmq_errno() == EAGAIN { return nil }
        guard zmq_errno() == EINTR else { throw Self.lastError() }
      }
      count += 1
      if count <= Self.mostFrames {
        frames.append(
          Array(UnsafeRawBufferPointer(start: zmq_msg_data(part), count: zmq_msg_size(part))))
      }
    } while zmq_msg_more(part) != 0
    return count <= Self.mostFrames ? frames : []
  }

  /// Waits until a message can be received by one of the sockets, or for so long; says by which.
  static func wait(for sockets: [Socket], milliseconds: Int = -1) throws(SocketError) -> [Bool] {
    var items = sockets.map {
      zmq_pollitem_t(socket: $0.pointer, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0)
    }
    while zmq_poll(&items, Int32(items.count), milliseconds) < 0 {
      guard zmq_errno() == EINTR else { throw lastError() }
    }
    return items.map { $0.revents != 0 }
  }

  /// What ZeroMQ says of the call that just failed.
  static func lastError() -> SocketError {
    let number = zmq_errno()
    // ETERM, which the importer does not see through its macro.
    if number == ZMQ_HAUSNUMERO + 53 { return .closed }
    return .failed(String(cString: zmq_strerror(number)).lowercased())
  }

  private func set<Value>(_ option: Int32, _ value: Value) {
    withUnsafeBytes(of: value) { _ = zmq_setsockopt(pointer, option, $0.baseAddress, $0.count) }
  }
}
