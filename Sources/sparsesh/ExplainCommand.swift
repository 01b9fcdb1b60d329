internal import ArgumentParser
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `sparsesh explain E0204`: what an error code means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tell what an error code means.")

  @Argument(help: "A code such as E0204; all codes where none is given.")
  var code: String?

  func run() throws {
    guard let code else {
      StandardStream(STDOUT_FILENO).write(Reference.codes())
      return
    }
    guard let text = Reference.explanation(of: code) else {
      throw CommandProblem(
        "there is no error code `\(code)`", hint: "`sparsesh explain` lists all")
    }
    StandardStream(STDOUT_FILENO).write(text)
  }
}
