internal import ArgumentParser
internal import Terminal
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `sparsesh [run] FILE…`, `-e CODE`, `-`: runs programs; with none, the prompt.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run scripts; the prompt where there are none.")

  @OptionGroup var shared: SharedOptions

  @Option(
    name: .customShort("e"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run this code.", valueName: "code"))
  var code: [String] = []

  @Argument(help: ArgumentHelp("The scripts; - is standard input.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    let options = try shared.session()
    if files.isEmpty, code.isEmpty, isatty(STDIN_FILENO) == 1, !shared.json {
      throw ExitCode(InteractiveSession.run(options))
    }
    let presenter = Presentation.presenter(options, json: shared.json)
    let runner = ScriptRunner(options: options, presenter: presenter)
    let nothingNamed = files.isEmpty && code.isEmpty
    let scripts = try Programs.gather(
      code: code, files: nothingNamed ? ["-"] : files, presenter: presenter)
    let interruption = runner.interruption
    let (status, signal) = InterruptWatch.during(interrupt: { interruption.ask() }) {
      runner.run(scripts)
    }
    throw ExitCode(signal.map { 128 + $0 } ?? status.rawValue)
  }
}
