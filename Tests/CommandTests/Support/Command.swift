import FoundationEssentials
import Glibc
import TestSupport

/// The real `sparsesh`, started with arguments, with its output in files: nothing can block on a
/// full pipe, and what it wrote can be read while it runs.
final class Command {
  /// How long a test waits for anything, in seconds; long, since the machine may be busy.
  static let patience = 240.0

  /// What came of a command.
  struct Result {
    /// All of standard output.
    let output: String
    /// All of standard error.
    let errors: String
    /// The exit code, or 128 and the number of the signal that ended it.
    let exitCode: Int32
    /// The time that all its threads computed, in seconds: what a busy machine does not stretch.
    let processorSeconds: Double

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// Runs `sparsesh` to its end. Its environment is `environment` and little more; standard input is
  /// empty unless given.
  static func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:],
    folder: URL? = nil
  ) throws -> Result {
    try Command(arguments, input: Array(input.utf8), environment: environment, folder: folder)
      .result()
  }

  private let process: pid_t
  private let scratch: URL

  /// Starts a program, `sparsesh` unless another is named by its path.
  init(
    _ arguments: [String], program: String? = nil, input: [UInt8] = [],
    environment: [String: String] = [:], folder: URL? = nil
  ) throws {
    scratch = FileManager.default.temporaryDirectory
      .appending(path: "sparsesh-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    try Data(input).write(to: scratch.appending(path: "input"))
    let defaults = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8"]
    let variables = defaults.merging(environment) { $1 }.sorted { $0.key < $1.key }
    process = try Self.start(
      program ?? BuiltProducts.path(of: "sparsesh"), arguments,
      variables.map { "\($0.key)=\($0.value)" }, scratch: scratch, folder: folder ?? scratch)
  }

  deinit { try? FileManager.default.removeItem(at: scratch) }

  /// Waits until a text stands in standard output or standard error.
  func wait(for text: String) throws {
    let deadline = Self.now + Self.patience
    while !read("output").contains(text), !read("errors").contains(text) {
      guard Self.now < deadline else {
        kill(process, SIGKILL)
        throw Failure(description: "waited for `\(text)`:\n\(read("output"))\n\(read("errors"))")
      }
      usleep(2000)
    }
  }

  /// Sends a signal.
  func send(signal: Int32) { kill(process, signal) }

  /// Waits for the end; a program that takes too long is killed.
  func result() throws -> Result {
    let deadline = Self.now + Self.patience
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      guard Self.now < deadline else {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw Failure(description: "no end:\n\(read("output"))\n\(read("errors"))")
      }
      usleep(2000)
    }
    let signal = status & 0x7F
    let times = [usage.ru_utime, usage.ru_stime].map {
      Double($0.tv_sec) + Double($0.tv_usec) / 1e6
    }
    return Result(
      output: read("output"), errors: read("errors"),
      exitCode: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      processorSeconds: times[0] + times[1])
  }

  /// A command that did not do what a test waited for.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private func read(_ name: String) -> String {
    let data = try? Data(contentsOf: scratch.appending(path: name))
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private static func start(
    _ program: String, _ arguments: [String], _ variables: [String], scratch: URL, folder: URL
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let path = { (name: String) in scratch.appending(path: name).path }
    posix_spawn_file_actions_addopen(&actions, 0, path("input"), O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, path("output"), O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, path("errors"), O_WRONLY | O_CREAT, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var process: pid_t = 0
    // The shell goes to the folder, which spawning cannot, and then becomes the program.
    let inFolder = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder.path, program] + arguments
    let result = withCStrings(inFolder) { arguments in
      withCStrings(variables) { variables in
        posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, variables)
      }
    }
    guard result == 0 else {
      throw Failure(description: "cannot start \(program): \(String(cString: strerror(result)))")
    }
    return process
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }

  /// Seconds on a clock that never goes back.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
