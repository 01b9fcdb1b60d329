internal import Glibc

extension Pseudoterminal {
  /// Opens a pair of ends: the one of the test, and the name of the program's.
  static func openTerminal() throws -> (master: Int32, name: String) {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard master >= 0 else {
      throw Failure(description: "no pseudo-terminal: \(reason(errno))")
    }
    // What unlockpt and ptsname do, which Swift's Glibc does not show.
    let unlock: UInt = 0x4004_5431
    let getNumber: UInt = 0x8004_5430
    var locked: Int32 = 0
    var number: Int32 = 0
    guard ioctl(master, unlock, &locked) == 0, ioctl(master, getNumber, &number) == 0 else {
      Glibc.close(master)
      throw Failure(description: "a pseudo-terminal without a name: \(reason(errno))")
    }
    return (master, "/dev/pts/\(number)")
  }

  static func setSize(of master: Int32, columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(clamping: columns)
    size.ws_row = UInt16(clamping: rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Starts a program with the terminal as its controlling terminal and standard streams.
  static func start(
    _ program: String, _ arguments: [String], _ environment: [String: String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let setsid: Int32 = 0x80
    let flags = setsid | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGTSTP, SIGQUIT] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)

    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var process: pid_t = 0
    let result = withCStrings([program] + arguments) { arguments in
      withCStrings(variables) { variables in
        posix_spawn(&process, program, &actions, &attributes, arguments, variables)
      }
    }
    guard result == 0 else {
      throw Failure(description: "cannot start \(program): \(reason(result))")
    }
    return process
  }

  /// The text without escape sequences, carriage returns and other controls but newlines.
  static func stripped(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      if scalar == "\u{1B}" {
        skipSequence(&scalars)
      } else if scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x7F {
        plain.append(scalar)
      }
    }
    return String(plain)
  }

  private static func skipSequence(_ scalars: inout String.UnicodeScalarView.Iterator) {
    let kind = scalars.next()
    if kind == "[" {
      while let next = scalars.next(), !(0x40...0x7E).contains(next.value) {}
    } else if kind == "]" {
      while let next = scalars.next(), next != "\u{7}" {}
    }
  }

  private static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}
