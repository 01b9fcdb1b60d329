internal import ArgumentParser

/// `sparsesh data list|fetch`: the known data sets, and their download.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "List known data sets, or fetch one from where it was published.",
    subcommands: [DataListCommand.self, DataFetchCommand.self])
}
