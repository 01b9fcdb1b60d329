internal import ArgumentParser
internal import Datasets
internal import Reports
internal import Terminal
internal import Workbench

/// `sparsesh data list [NAME]`: the known data sets, or all that is known of one.
struct DataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the known data sets, or tell all that is known of one.")

  @OptionGroup var shared: SharedOptions

  @Argument(help: "A data set; all where none is given.")
  var name: String?

  func run() throws {
    let options = try shared.session()
    let directory = DataDirectory.chosen(options.settings.dataDirectory)
    let sets = try name.map { [try KnownSets.named(orProblem: $0)] } ?? KnownSets.all
    if shared.json {
      for set in sets { StandardStream.output.write(set.json(in: directory).line + "\n") }
    } else if name != nil {
      for set in sets { StandardStream.output.write(set.description(in: directory)) }
    } else {
      let look = TerminalLook(options)
      let renderer = TerminalRenderer(width: max(look.style.width, 100), color: look.colors)
      StandardStream.output.write(renderer.render(Self.table(sets, directory)))
    }
  }

  private static func table(_ sets: [KnownSet], _ directory: String?) -> Table {
    Table(
      columns: [
        .init("name", .text), .init("classes"), .init("features"), .init("train"), .init("test"),
        .init("licence", .text), .init("here", .text),
      ],
      rows: sets.map { set in
        [
          .text(set.name), .count(set.classes), .count(set.features), .count(set.train),
          set.test.map(Cell.count) ?? .missing, .text(set.licence),
          .text(directory.map(set.isPresent(in:)) == true ? "yes" : "no"),
        ]
      },
      note: directory.map { "data directory: \($0)" }
        ?? "no data directory is set: `--set data_dir=folder`, or SPARSESH_DATA")
  }
}
