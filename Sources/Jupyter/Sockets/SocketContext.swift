internal import CZeroMQ

/// What all sockets of a kernel share: ZeroMQ's own threads. May be used from any thread.
final class SocketContext: Sendable {
  // ZeroMQ promises that a context may be used from any thread.
  nonisolated(unsafe) let pointer: UnsafeMutableRawPointer

  /// A context without sockets.
  init() throws(SocketError) {
    guard let pointer = zmq_ctx_new() else { throw Socket.lastError() }
    self.pointer = pointer
  }

  /// Has every wait on a socket end with `SocketError.closed`.
  func shutDown() { zmq_ctx_shutdown(pointer) }

  /// Waits until all sockets are closed and what they have to send is sent, or their time to do so is
  /// over; then the context is gone.
  func terminate() {
    while zmq_ctx_term(pointer) != 0, zmq_errno() == EINTR {}
  }
}
