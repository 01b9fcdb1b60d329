#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A program that runs beside this one, in a process group of its own, whose standard output is read
/// line by line while it runs; standard error is passed on, standard input is empty.
struct ChildProcess {
  private let process: pid_t
  private let output: Int32

  /// Starts a program.
  /// - Throws: `BenchmarkError.peersFailed` where the system cannot.
  init(_ program: String, _ arguments: [String]) throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Self.failure(errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The signals that this program watches or passes over are the child's to decide on again.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | Int32(POSIX_SPAWN_SETSIGDEF)))
    var words = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let fault = posix_spawn(&process, program, &actions, &attributes, words, environ)
    close(ends[1])
    guard fault == 0 else {
      close(ends[0])
      throw Self.failure(fault)
    }
    self.process = process
    output = ends[0]
  }

  /// Hands on every line as it comes, until the program ends; returns its exit status, 128 and the
  /// number of the signal that ended it.
  /// - Throws: `BenchmarkStopped` after ending the program and all that it started, if asked to.
  func finish(isStopped: () -> Bool, line: (String) -> Void) throws -> Int32 {
    defer { close(output) }
    var pending: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    while true {
      if isStopped() {
        kill(-process, SIGTERM)
        _ = status()
        throw BenchmarkStopped()
      }
      guard poll(&waiting, 1, 100) > 0 else { continue }
      let count = read(output, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      pending += chunk[..<count]
      while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        line(String(decoding: pending[..<end], as: UTF8.self))
        pending.removeSubrange(...end)
      }
    }
    if !pending.isEmpty { line(String(decoding: pending, as: UTF8.self)) }
    return status()
  }

  private func status() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  private static func failure(_ error: Int32) -> BenchmarkError {
    .peersFailed(detail: String(cString: strerror(error)).lowercased())
  }
}
