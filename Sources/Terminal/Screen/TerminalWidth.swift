internal import Glibc

/// How many columns there are to write in.
package enum TerminalWidth {
  /// Where nothing says how wide it is.
  package static let usual = 80

  /// The width of the terminal behind a file descriptor; for anything else what `COLUMNS` says,
  /// or ``usual``. Always between 1 and 10,000.
  package static func columns(of descriptor: Int32, environment: [String: String]) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(Int(size.ws_col), 10_000)
    }
    guard let text = environment["COLUMNS"], let columns = Int(text), columns > 0 else {
      return usual
    }
    return min(columns, 10_000)
  }
}
