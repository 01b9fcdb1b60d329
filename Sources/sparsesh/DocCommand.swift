internal import ArgumentParser
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `sparsesh doc [NAME]`: the reference, made from the catalogue.
struct DocCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc",
    abstract: "Show the reference of verbs, keys, policies, functions and formats.")

  @Argument(help: "A verb, policy, activation, function, key …; all names where none is given.")
  var name: String?

  @Option(help: ArgumentHelp("Write the reference pages into a folder.", valueName: "folder"))
  var write: String?

  func run() throws {
    if let write {
      do {
        try Reference.write(into: write)
      } catch {
        throw CommandProblem("the reference cannot be written into `\(write)`")
      }
      return
    }
    guard let name else {
      StandardStream(STDOUT_FILENO).write(Reference.contents())
      return
    }
    guard let text = Reference.page(for: name) else {
      let near = Reference.nearest(to: name).map { "did you mean `\($0)`?" }
      throw CommandProblem(
        "nothing is called `\(name)`", hint: near ?? "`sparsesh doc` lists all names")
    }
    StandardStream(STDOUT_FILENO).write(text)
  }
}
