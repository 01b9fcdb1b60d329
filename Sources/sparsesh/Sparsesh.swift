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
    usage: """
      sparsesh                          the prompt
      sparsesh FILE.sparse ...          run scripts
      sparsesh -e CODE                  run code; `sparsesh -` runs standard input
      sparsesh check FILE ...           find errors without running
      sparsesh fmt [--check] FILE ...   one layout for all programs, comments kept
      sparsesh doc [NAME]               the reference
      sparsesh explain [CODE]           what an error code means
      sparsesh data list|fetch          known data sets, and their download
      sparsesh bench                    speed on this machine, against its own limits
      sparsesh kernel install           use it in Jupyter notebooks
      """,
    discussion: """
      `sparsesh run --help` lists the options for running: --json, --quiet, --set key=value, \
      --threads N, --seed N, --max-memory SIZE, --color auto|always|never, --safe.

      Exit codes: 0 all well, 1 a statement or an assertion failed, 2 usage or an unreadable file, \
      3 the program was rejected before running, 130 interrupted.
      """,
    version: "sparsesh \(Version.text)",
    subcommands: [
      RunCommand.self, CheckCommand.self, FmtCommand.self, DocCommand.self, ExplainCommand.self,
      DataCommand.self, BenchCommand.self, KernelCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  /// Parses the command line, runs, and ends the process with the documented exit codes.
  static func main() {
    // A reader that goes away (`sparsesh … | head`) must not kill a training with a signal.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let problem as CommandProblem {
      StandardStream.error.write(problem.text)
      _exit(ExitStatus.usage.rawValue)
    } catch {
      let code = exitCode(for: error)
      let help = code == .success
      let text = fullMessage(for: error)
      if !text.isEmpty {
        let begins = "Error: "
        let told = text.hasPrefix(begins) ? "error: " + text.dropFirst(begins.count) : text
        (help ? StandardStream.output : StandardStream.error).write(told + "\n")
      }
      // Our own exit codes pass; the parser's own for a wrong command line becomes 2.
      _exit(error is ExitCode || help ? code.rawValue : ExitStatus.usage.rawValue)
    }
  }
}
