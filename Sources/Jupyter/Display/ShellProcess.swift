internal import Glibc

/// The shell that runs a `!` command, in a process group of its own.
struct ShellProcess {
  /// How long it may take to obey an interrupt; then it is ended.
  private static let patience = Duration.milliseconds(500)

  private let id: pid_t
  private var asked: ContinuousClock.Instant?
  private var isReaped = false

  /// Whether the shell itself has ended; what it started may go on.
  var hasEnded: Bool { isReaped }
  /// Since when it has ended, or was made to: what is to be waited for is little from then on.
  private(set) var over: ContinuousClock.Instant?

  /// Starts a command that prints into `output` and reads nothing, with all signals as they usually
  /// are. Nil if the system starts none.
  init?(_ command: String, output: Int32) {
    guard let id = Self.start(command, output: output) else { return nil }
    self.id = id
  }

  /// Passes on that the user wants it to stop: first as Ctrl-C would; what does not hear is ended. To
  /// be called again and again.
  mutating func interrupt(at now: ContinuousClock.Instant) {
    // Once it is reaped, its number may be that of a stranger.
    guard !isReaped, over == nil else { return }
    guard let asked else {
      asked = now
      // Once: a second one would have many programs leave their tidying up.
      kill(-id, SIGINT)
      return
    }
    guard now - asked >= Self.patience else { return }
    // The shell by itself too, should it have left its group.
    kill(-id, SIGKILL)
    kill(id, SIGKILL)
    over = now
  }

  /// Looks whether it has ended, without waiting for it.
  mutating func look(at now: ContinuousClock.Instant) {
    guard !isReaped else { return }
    let found = waitpid(id, nil, WNOHANG)
    guard found == id || found < 0 && errno == ECHILD else { return }
    isReaped = true
    over = over ?? now
  }

  /// Leaves it alone: one that even SIGKILL has not ended yet, since the system does something for it.
  func leave() {
    guard !isReaped else { return }
    let id = id
    _ = try? KernelThread { while waitpid(id, nil, 0) < 0, errno == EINTR {} }
  }

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
