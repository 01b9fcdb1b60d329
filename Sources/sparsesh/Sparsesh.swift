internal import ArgumentParser
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The command. Without a subcommand it runs scripts, or, with nothing to run, opens the prompt.
@main
struct Sparsesh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sparsesh",
    abstract: "Train neural networks that are sparse from the start.",
    discussion: """
      Without a subcommand, `sparsesh FILE.sparse …` runs scripts and `sparsesh` alone opens the \
      prompt.

      Exit codes: 0 all well, 1 a statement or an assertion failed, 2 usage or an unreadable file, \
      3 the program was rejected before running, 130 interrupted.
      """,
    version: "sparsesh \(Version.text)",
    subcommands: [RunCommand.self, CheckCommand.self, DocCommand.self, ExplainCommand.self],
    defaultSubcommand: RunCommand.self)

  /// Parses the command line, runs, and ends the process with the documented exit codes.
  static func main() {
    // A reader that goes away (`sparsesh … | head`) must not kill a training with a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      let text = fullMessage(for: error)
      let help = code == .success
      if !text.isEmpty {
        StandardStream(help ? STDOUT_FILENO : STDERR_FILENO).write(text + "\n")
      }
      // Our own exit codes pass; the parser's own for a wrong command line becomes 2.
      _exit(error is ExitCode || help ? code.rawValue : ExitStatus.usage.rawValue)
    }
  }
}
