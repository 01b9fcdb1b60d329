internal import ArgumentParser
internal import Catalogue
internal import Language
internal import Terminal
internal import Workbench

/// The programs that a command line names.
enum Programs {
  /// Reads code given as arguments, then files in their order; `-` is standard input.
  /// - Throws: the exit code 2 where one cannot be read, after `presenter` has shown which.
  static func gather(
    code: [String], files: [String], presenter: any Presenter
  ) throws -> [Source] {
    var sources = code.enumerated().map { index, text in
      Source(name: code.count == 1 ? "-e" : "-e \(index + 1)", text: text)
    }
    for file in files {
      do {
        sources.append(try read(file))
      } catch {
        let source = Source(name: file, text: "")
        presenter.present(.problem(Diagnostic(hostError: error, at: Span(source, 0..<0))))
        presenter.finish(statements: 0, seconds: 0, status: .usage)
        throw ExitCode(ExitStatus.usage.rawValue)
      }
    }
    return sources
  }

  /// Reads a program; `-` is standard input.
  static func read(_ file: String) throws -> Source {
    guard file != "-" else {
      return Source(name: "standard input", bytes: StandardInput.readAll())
    }
    return try ProgramFile.read(file)
  }
}
