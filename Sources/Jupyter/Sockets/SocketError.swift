/// What can go wrong with a socket.
enum SocketError: Error, Equatable, CustomStringConvertible {
  /// The kernel is closing down.
  case closed
  /// Anything else, in the words of ZeroMQ.
  case failed(String)
  /// The system gives no thread.
  case noThread

  var description: String {
    switch self {
    case .closed: "the kernel is closing down"
    case .failed(let reason): reason
    case .noThread: "the system gives no thread"
    }
  }
}
