internal import ArgumentParser
internal import Catalogue
internal import Datasets
internal import Reports
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `sparsesh data fetch NAME…`: downloads known data sets into the data directory.
struct DataFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Download data sets, check them, and store them.",
    discussion: """
      A set is stored whole or not at all. `sparsesh data list NAME` tells its licence and who is to \
      be cited.
      """)

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp(
      "Take the original files from this address or folder.", valueName: "address"))
  var from: String?

  @Flag(help: "Fetch a set even if its files are there.")
  var again = false

  @ArgumentParser.Argument(help: "The data sets.")
  var names: [String]

  func run() throws {
    let options = try shared.session()
    guard let directory = DataDirectory.chosen(options.settings.dataDirectory) else {
      throw CommandProblem(
        "no data directory is set", hint: "say `--set data_dir=folder`, or set SPARSESH_DATA")
    }
    let sets = try names.map { try KnownSets.named(orProblem: $0) }
    // Ctrl-C ends the download, which then cleans up behind itself; the handler is not handed down.
    signal(SIGINT) { _ in }
    for set in sets {
      if set.isPresent(in: directory), !again {
        tell(
          "\(set.name) is in \(directory) already", ["event": "present", "name": .text(set.name)])
        continue
      }
      do {
        try SetFetcher(set, into: directory, from: from).fetch { tell($0, set) }
      } catch is FetchInterrupted {
        StandardStream.error.write(
          "error: fetching \(set.name) was interrupted; nothing was stored\n")
        throw ExitCode(ExitStatus.interrupted.rawValue)
      } catch let error as DataError {
        fail(error)
        throw ExitCode(ExitStatus.failed.rawValue)
      }
    }
  }

  private func tell(_ event: SetFetcher.Event, _ set: KnownSet) {
    switch event {
    case .downloading(let address):
      tell(
        "fetching \(address)",
        ["event": "download", "name": .text(set.name), "address": .text(address)])
    case .checked(let file, let bytes, let sha256, let isKnown):
      tell(
        "  \(file): \(NumberText.count(bytes)) bytes, "
          + (isKnown ? "checksum right" : "sha256 \(sha256) (not known here)"),
        [
          "event": "file", "name": .text(set.name), "file": .text(file), "bytes": .integer(bytes),
          "sha256": .text(sha256), "known": .logic(isKnown),
        ])
    case .stored(let folder):
      tell(
        "\(set.name) is in \(folder); licence: \(set.licence); cite: \(set.citation)",
        ["event": "stored", "name": .text(set.name), "folder": .text(folder)])
    }
  }

  private func tell(_ text: String, _ event: JSONValue) {
    if shared.json {
      StandardStream.output.write(event.line + "\n")
    } else if !shared.quiet {
      StandardStream.output.write(text + "\n")
    }
  }

  private func fail(_ error: DataError) {
    if shared.json {
      let event: JSONValue = [
        "event": "error", "code": .text(error.code.id), "message": .text(error.message),
        "hint": JSONValue(error.hint),
      ]
      StandardStream.output.write(event.line + "\n")
    } else {
      let hint = error.hint.map { "\n = hint: \($0)" } ?? ""
      StandardStream.error.write("error[\(error.code.id)]: \(error.message)\(hint)\n")
    }
  }
}
