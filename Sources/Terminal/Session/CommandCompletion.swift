internal import Workbench

/// Completion after `%`: the names of commands, a statement after `%time`, a file name in quotes.
struct CommandCompletion {
  /// What completes a statement, given with the place of the cursor in it.
  let statement: (_ text: String, _ offset: Int) -> PromptCompletion

  /// What could stand at a place, or nil if the text is no `%` command.
  func completion(of text: String, at offset: Int) -> PromptCompletion? {
    let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(offset)))
    guard before.first == "%" else { return nil }
    guard let space = before.firstIndex(of: " ") else {
      let name = before.dropFirst()
      return PromptCompletion(
        start: 1,
        candidates: Conversation.commands.filter { $0.name.hasPrefix(name) }.map {
          PromptCandidate($0.name, detail: $0.summary, endsWord: true)
        })
    }
    let start = before.unicodeScalars.distance(
      from: before.startIndex, to: before.index(after: space))
    if before[..<space] == "%time" {
      let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start)))
      var completion = statement(rest, offset - start)
      completion.start += start
      return completion
    }
    let isFile = before[before.index(after: space)...].first == "\""
    return PromptCompletion(start: isFile ? start + 1 : offset, candidates: [], isFile: isFile)
  }
}
