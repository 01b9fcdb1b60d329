internal import FoundationEssentials
internal import Language

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Magic {
  /// `%edit`: the editor is that of the environment variables `VISUAL` or `EDITOR`, else `vi`.
  static let edit = Magic(
    name: "edit", usage: "%edit",
    summary: "opens the last input in an editor and runs what comes of it"
  ) { _, conversation, input in
    // An editor can run commands.
    guard !conversation.isSafe else { throw ConversationError.safe }
    guard conversation.shell.hasTerminal else { throw ConversationError.noTerminal }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "sparsesh-\(UUID().uuidString).sparse")
    defer { try? FileManager.default.removeItem(at: file) }
    let last = conversation.inputs.last { !($0.text.first.map { "%!?".contains($0) } ?? true) }
    do {
      try Data((last.map { $0.text + "\n" } ?? "").utf8).write(to: file)
    } catch {
      throw ConversationError.unwritable(file.path)
    }
    let environment = ProcessInfo.processInfo.environment
    let named = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self)
    let editor = named.first { !$0.isEmpty } ?? "vi"
    fflush(nil)
    guard "\(editor) '\(file.path)'".withCString({ system($0) }) == 0 else {
      conversation.session.note("the editor `\(editor)` failed; nothing was run")
      return .failed
    }
    let text = try ProgramFile.read(file.path).text
    guard text.contains(where: { !$0.isWhitespace }) else { return .done }
    conversation.session.output(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    return conversation.run(text, input: input)
  }
}
