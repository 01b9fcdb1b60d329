internal import ArgumentParser
internal import FoundationEssentials
internal import Jupyter
internal import Reports
internal import Workbench

/// `sparsesh kernel install`: tells Jupyter of the kernel.
struct KernelInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Tell Jupyter how to start the kernel.",
    discussion: """
      Without an option the kernel is installed for the user. Install again after the program was \
      moved: Jupyter starts it where it lies now.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp(
      "Install into an environment, as the folder that sys.prefix says.", valueName: "folder"))
  var prefix: String?

  @Flag(help: "Install for the user alone, which is what happens without an option.")
  var user = false

  func run() throws {
    let options = try shared.session()
    guard prefix == nil || !user else {
      throw CommandProblem(
        "`--prefix` and `--user` name different places", hint: "leave out one of them")
    }
    // It would be the folder at the root of all.
    guard prefix?.isEmpty != true else {
      throw CommandProblem(
        "`--prefix` names no folder", hint: "leave it out to install for you alone")
    }
    let environment = ProcessInfo.processInfo.environment
    guard
      let folder = prefix.map({ KernelSpecification.folder(prefix: $0) })
        ?? KernelSpecification.userFolder(environment: environment)
    else {
      throw CommandProblem(
        "there is no home folder to install into", hint: "name a folder by `--prefix`")
    }
    do {
      let specification = KernelSpecification(program: try program())
      let made = try specification.install(in: folder)
      if shared.json {
        let event: JSONValue = ["event": "installed", "folder": .text(made)]
        StandardStream.output.write(event.line + "\n")
      } else if !options.quiet {
        StandardStream.output.write("the kernel `\(KernelSpecification.name)` is in \(made)\n")
      }
    } catch let error as ReportError {
      throw CommandProblem(error.message, hint: error.hint)
    }
  }

  /// The path of this program.
  private func program() throws -> String {
    do {
      return try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    } catch {
      throw CommandProblem("the system does not say where this program is")
    }
  }
}
