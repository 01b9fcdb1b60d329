/// What can go wrong with a benchmark besides what the library finds wrong. It is told on the command
/// line, where errors have no codes.
package enum BenchmarkError: Error, Equatable {
  /// A file of events cannot be used.
  case unreadable(path: String, detail: String)
  /// The script that runs the peers is not found.
  case noPeerScript(path: String?)
  /// The script that runs the peers failed.
  case peersFailed(detail: String)

  /// What went wrong, in one sentence.
  package var message: String {
    switch self {
    case .unreadable(let path, let detail): "`\(path)` cannot be used: \(detail)"
    case .noPeerScript(let path?): "`\(path)` is no script that can be run"
    case .noPeerScript(nil): "the script `scripts/peers` is not found"
    case .peersFailed(let detail): "the peers could not be run: \(detail)"
    }
  }

  /// What to do about it.
  package var hint: String {
    switch self {
    case .unreadable: "`sparsesh bench --json` prints what such a file holds"
    case .noPeerScript:
      "run it in the folder of the sources, or name the script with `--peers-script`"
    case .peersFailed: "`scripts/peers setup` says what it does and what is missing"
    }
  }
}
