internal import ArgumentParser
internal import FoundationEssentials
internal import Jupyter
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `sparsesh kernel run -f FILE`: the kernel itself, which Jupyter starts.
struct KernelRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the kernel; Jupyter does this by itself.")

  @OptionGroup var shared: SharedOptions

  @Option(
    name: [.customShort("f"), .customLong("connection-file")],
    help: ArgumentHelp("The connection file that Jupyter wrote.", valueName: "file"))
  var file: String

  @Flag(help: "Listen where other machines reach it, if the connection file says so.")
  var anyAddress = false

  func run() throws {
    let options = try shared.session()
    do {
      let connection = try Connection(path: file, anyAddress: anyAddress)
      let interruption = Interruption()
      InterruptSignal.forward(to: interruption)
      let history = HistoryPlace.notebooks(environment: ProcessInfo.processInfo.environment)
      try Kernel.run(
        connection, options, interruption: interruption, parent: Self.parent, history: history)
    } catch {
      throw CommandProblem(error.message, hint: error.hint, code: error.code)
    }
    throw ExitCode(ExitStatus.ok.rawValue)
  }

  /// The server that started the kernel, if it says that it will look after it.
  private static var parent: Int32? {
    let told = ProcessInfo.processInfo.environment["JPY_PARENT_PID"].flatMap { Int32($0) }
    return told == getppid() ? told : nil
  }
}
