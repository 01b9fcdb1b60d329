internal import Glibc

/// When output is coloured: `--color`, and `set color=`.
package enum ColorChoice: String, CaseIterable, Sendable {
  /// Where it goes to a terminal that can, and the user has not asked for none.
  case auto
  /// Everywhere, into files too.
  case always
  /// Nowhere.
  case never

  /// Whether output to a file descriptor is coloured.
  ///
  /// With ``auto`` that is so on a terminal, unless `NO_COLOR` is set to anything but nothing
  /// (no-color.org), or `TERM` is `dumb` or not set.
  package func colors(_ descriptor: Int32, environment: [String: String]) -> Bool {
    colors(terminal: isatty(descriptor) == 1, environment: environment)
  }

  /// The rule itself, for a stream that is a terminal or not.
  package func colors(terminal: Bool, environment: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      guard terminal, environment["NO_COLOR", default: ""].isEmpty else { return false }
      let name = environment["TERM", default: ""]
      return !name.isEmpty && name != "dumb"
    }
  }
}
