internal import Glibc

/// Whether the terminal shows `^C` where Ctrl-C is typed. While something runs it must not: the
/// mark would stand at the end of the progress line and push it to the next one.
enum ControlEcho {
  /// Runs `body` without those marks; other typed characters are echoed as before. Without a
  /// terminal nothing but `body` happens.
  static func withheld<Result>(_ body: () -> Result) -> Result {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return body() }
    var during = before
    during.c_lflag &= ~tcflag_t(ECHOCTL)
    tcsetattr(STDIN_FILENO, TCSANOW, &during)
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    return body()
  }
}
