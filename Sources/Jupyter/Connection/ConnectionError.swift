package import Catalogue
internal import Workbench

/// Why a kernel cannot listen where its connection file says.
package enum ConnectionError: CodedError, Equatable {
  /// The file is missing, too large, or no file.
  case unreadable(path: String, reason: String)
  /// The file is not what the protocol says.
  case malformed(path: String, reason: String)
  /// The file has the kernel listen where other machines reach it.
  case notLoopback(path: String, address: String)
  /// The file has the kernel listen to other machines without a key, and so to everybody.
  case unsigned(path: String, address: String)
  /// Another program listens there, or it may not be listened there.
  case unavailable(endpoint: String, reason: String)

  package var code: ErrorCode {
    switch self {
    case .unreadable: NotebookErrors.unreadable
    case .malformed: NotebookErrors.malformed
    case .notLoopback, .unsigned: NotebookErrors.notLoopback
    case .unavailable: NotebookErrors.unavailable
    }
  }

  package var message: String {
    switch self {
    case .unreadable(let path, let reason):
      "the connection file `\(path)` cannot be read: \(reason)"
    case .malformed(let path, let reason):
      "`\(path)` is no connection file of a kernel: \(reason)"
    case .notLoopback(let path, let address):
      "`\(path)` has the kernel listen at `\(address)`, where other machines can reach it"
    case .unsigned(let path, let address):
      "`\(path)` has the kernel listen at `\(address)` without a key, so that everybody could run programs here"
    case .unavailable(let endpoint, let reason):
      "the kernel cannot listen at `\(endpoint)`: \(reason)"
    }
  }

  package var hint: String? {
    switch self {
    case .unreadable, .malformed: "Jupyter writes it; `sparsesh kernel install` tells Jupyter how"
    case .notLoopback: "`--any-address` allows it; whoever has the key can then run programs here"
    case .unsigned: "give `key` a long random text, which only the clients know"
    case .unavailable: "start the kernel anew, with a new connection file"
    }
  }

  package var place: ErrorPlace {
    switch self {
    case .unreadable(let path, _), .malformed(let path, _), .notLoopback(let path, _),
      .unsigned(let path, _):
      .file(path: path, line: nil, column: nil)
    case .unavailable: .statement
    }
  }
}
