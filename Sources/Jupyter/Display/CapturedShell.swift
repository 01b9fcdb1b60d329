internal import Glibc
internal import Workbench

/// Runs the `!` commands of cells. What they print is shown in the cell; there is nothing for them to
/// read; an interrupt of the cell ends them.
struct CapturedShell {
  /// How often it is looked for an interrupt, in milliseconds.
  private static let interval: Int32 = 50

  private let interruption: Interruption
  private let show: (String) -> Void

  /// A shell whose lines go to `show`.
  init(_ interruption: Interruption, show: @escaping (String) -> Void) {
    self.interruption = interruption
    self.show = show
  }

  /// Runs a command to its end.
  func run(_ command: String) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return show("the system gives no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process = Self.start(command, output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard let process else { return show("the shell cannot be started") }
    pass(from: ends[0], process)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  /// Shows what comes, line by line, until the writers have ended.
  private func pass(from descriptor: Int32, _ process: pid_t) {
    var rest: [UInt8] = []
    var interrupts = 0
    while true {
      var item = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&item, 1, Self.interval)
      if interruption.isAsked {
        // First as Ctrl-C would; what does not hear is ended.
        kill(-process, interrupts < 10 ? SIGINT : SIGKILL)
        interrupts += 1
      }
      guard ready > 0 else { continue }
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
      }
      guard !chunk.isEmpty else { break }
      rest += chunk
      if let newline = rest.lastIndex(of: UInt8(ascii: "\n")) {
        show(String(decoding: rest[..<newline], as: UTF8.self))
        rest.removeSubrange(...newline)
      }
    }
    if !rest.isEmpty { show(String(decoding: rest, as: UTF8.self)) }
  }

  /// Starts the command in a group of its own, with all signals as they usually are.
  private static func start(_ command: String, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, usual) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&usual)
    for number in [SIGINT, SIGPIPE] { sigaddset(&usual, number) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var process = pid_t()
    let words: [UnsafeMutablePointer<CChar>?] = [
      strdup("sh"), strdup("-c"), strdup(command), nil,
    ]
    defer { for word in words { free(word) } }
    let failure = posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environ)
    return failure == 0 ? process : nil
  }
}
