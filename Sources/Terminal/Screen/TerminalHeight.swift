internal import Glibc

/// How many rows there are to write in.
enum TerminalHeight {
  /// Where nothing says how high it is.
  static let usual = 24

  /// The height of the terminal behind a file descriptor; for anything else what `LINES` says, or
  /// ``usual``. Always between 1 and 10,000.
  static func rows(of descriptor: Int32, environment: [String: String]) -> Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 {
      return min(Int(size.ws_row), 10_000)
    }
    guard let text = environment["LINES"], let rows = Int(text), rows > 0 else { return usual }
    return min(rows, 10_000)
  }
}
