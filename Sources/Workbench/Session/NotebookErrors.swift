package import Catalogue

/// The codes of what keeps a notebook's kernel from starting. They stand here, below the kernel, so
/// that `explain` and the reference know every code of the house.
package enum NotebookErrors {
  /// The connection file cannot be read.
  package static let unreadable = ErrorCode(
    "E0692", "connection file cannot be read",
    "`sparsesh kernel run -f FILE` is started by Jupyter, which writes the file: an ordinary one of some hundred bytes."
  )
  /// The connection file is not what it should be.
  package static let malformed = ErrorCode(
    "E0693", "malformed connection file",
    "A connection file is a JSON object with `ip`, `key` and five ports, and by choice `transport` and `signature_scheme`."
  )
  /// The kernel would listen to other machines.
  package static let notLoopback = ErrorCode(
    "E0694", "kernel open to other machines",
    "A kernel runs what it is sent. It listens to programs of its own machine alone, unless `--any-address` says otherwise and "
      + "the connection file has a key to sign messages with."
  )
  /// The kernel cannot listen.
  package static let unavailable = ErrorCode(
    "E0695", "kernel cannot listen",
    "Another program listens on the port, or it may not be listened on.")

  /// All of them.
  package static let all = [unreadable, malformed, notLoopback, unavailable]
}
