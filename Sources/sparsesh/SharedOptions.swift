internal import ArgumentParser
internal import Terminal
internal import Workbench

/// Options that most subcommands take. Their values are read by the same rules as those of `set`.
struct SharedOptions: ParsableArguments {
  @Flag(help: "Print JSON Lines on standard output, one event an object.")
  var json = false

  @Flag(help: "Print only what the program prints, and errors.")
  var quiet = false

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a session setting, as the verb `set` does.", valueName: "key=value"))
  var settings: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Threads to compute with; results do not depend on it.", valueName: "number"))
  var threads: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The seed where a statement gives none.", valueName: "number"))
  var seed: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
  var color: String?

  @Option(
    name: .customLong("max-memory"), parsing: .unconditional,
    help: ArgumentHelp(
      "The most memory that a training may take, as in 8GB or 500MB.", valueName: "size"))
  var maxMemory: String?

  @Flag(help: "Refuse shell commands at the prompt.")
  var safe = false

  /// The session options that these say.
  /// - Throws: a problem that names the option at fault.
  func session() throws -> SessionOptions {
    var options = SessionOptions()
    options.safe = safe
    options.quiet = quiet
    do {
      for text in settings { try options.settings.set(text) }
      if let threads { try options.settings.set("threads=\(threads)") }
      if let seed { try options.settings.set("seed=\(seed)") }
      if let maxMemory { try options.settings.set("max_memory=\(maxMemory)") }
      if let color { try options.settings.set("color=\(color)") }
    } catch {
      throw CommandProblem(error.message, hint: error.hint)
    }
    return options
  }
}
