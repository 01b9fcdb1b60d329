internal import ArgumentParser
internal import Language
internal import Reports
internal import Terminal
internal import Workbench

/// `sparsesh fmt [--check] FILE…`: brings programs into canonical layout.
struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Bring programs into one layout; comments stay.",
    discussion: """
      Files are replaced where something changes, and only then. With --check nothing is, and the \
      exit code is 1 if a file would be. A file with errors in its characters or syntax stays as it is.
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Change nothing; list the files that would change.")
  var check = false

  @Argument(
    help: ArgumentHelp(
      "The programs; - is standard input, laid out on standard output.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    guard !files.isEmpty else {
      throw CommandProblem("there is no file to format", hint: "write `sparsesh fmt FILE`")
    }
    let presenter = Presentation.presenter(try shared.session(), json: shared.json)
    let results = files.map { format($0, presenter) }
    // What could not be done at all comes first.
    let status = [ExitStatus.usage, .rejected, .failed].first(where: results.contains) ?? .ok
    presenter.finish(statements: 0, seconds: 0, status: status)
    throw ExitCode(status.rawValue)
  }

  /// Formats one program, and tells what came of it.
  private func format(_ file: String, _ presenter: any Presenter) -> ExitStatus {
    var source = Source(name: file, text: "")
    do {
      source = try Programs.read(file)
      let text = try Layout.canonical(source, vocabulary: Words.vocabulary, mode: .file)
      let changes = Array(text.utf8) != source.bytes
      if changes, !check, file != "-" { try ProgramFile.replace(file, with: text) }
      tell(source.name, changes: changes, text: file == "-" && !check ? text : nil)
      return changes && check ? .failed : .ok
    } catch let refusal as LayoutRefusal {
      presenter.present(refusal.diagnostics, of: source)
      return refusal.isText ? .rejected : .usage
    } catch {
      presenter.present(
        .problem(Diagnostic(hostError: error, at: Span(Source(name: file, text: ""), 0..<0))))
      return .usage
    }
  }

  /// Tells what came of a program; `text` is what belongs on standard output.
  private func tell(_ name: String, changes: Bool, text: String?) {
    if shared.json {
      var event: [JSONValue.Member] = [
        .init("event", "format"), .init("file", .text(name)), .init("changed", .logic(changes)),
      ]
      if let text { event.append(.init("text", .text(text))) }
      StandardStream.output.write(JSONValue.object(event).line + "\n")
    } else if let text {
      StandardStream.output.write(text)
    } else if changes, !shared.quiet {
      StandardStream.output.write(check ? "\(name)\n" : "\(name): formatted\n")
    }
  }
}
