internal import ArgumentParser
internal import Terminal
internal import Workbench

/// `sparsesh check FILE…`: every error that can be found without running.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every error of programs without running them.")

  @OptionGroup var shared: SharedOptions

  @Option(name: .customShort("e"), parsing: .unconditionalSingleValue, help: "Check this code.")
  var code: [String] = []

  @Argument(help: ArgumentHelp("The programs; - is standard input.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    guard !files.isEmpty || !code.isEmpty else {
      throw CommandProblem("there is no file to check", hint: "write `sparsesh check FILE`")
    }
    let options = try shared.session()
    let presenter = Presentation.presenter(options, json: shared.json)
    let runner = ScriptRunner(options: options, presenter: presenter)
    let scripts = try Programs.gather(code: code, files: files, presenter: presenter)
    throw ExitCode(runner.check(scripts).rawValue)
  }
}
