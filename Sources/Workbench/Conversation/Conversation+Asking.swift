package import Language

extension Conversation {
  /// What could stand at a place of an input, given in Unicode scalars from 0: after `%` commands and
  /// what follows them, elsewhere words of the language. Works at every place of any text.
  package func complete(_ text: String, at offset: Int) -> Completion {
    commandCompletion(of: text, at: offset)
      ?? session.interpreter.complete(text, at: offset)
  }

  /// Whether an input can be submitted as it stands.
  package func completeness(of text: String) -> Completeness {
    session.interpreter.completeness(of: text)
  }

  /// Whether an input asks to leave; not where the name is bound to something.
  package func isFarewell(_ text: String) -> Bool {
    let word = text.filter { !$0.isWhitespace }
    let name = word.hasSuffix("()") ? String(word.dropLast(2)) : word
    return ["exit", "quit"].contains(name) && session.interpreter.environment[name] == nil
  }

  /// After `%`: the names of commands, a statement after `%time`, a file name in quotes.
  private func commandCompletion(of text: String, at offset: Int) -> Completion? {
    let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(offset)))
    guard before.first == "%" else { return nil }
    guard let space = before.firstIndex(of: " ") else {
      let name = before.dropFirst()
      return Completion(
        start: 1,
        candidates: Self.commands.filter { $0.name.hasPrefix(name) }.map {
          Completion.Candidate($0.name, sort: "verb", detail: $0.summary)
        })
    }
    let start = before.unicodeScalars.distance(
      from: before.startIndex, to: before.index(after: space))
    if before[..<space] == "%time" {
      let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start)))
      return session.interpreter.complete(rest, at: offset - start).moved(by: start)
    }
    let isFile = before[before.index(after: space)...].first == "\""
    return Completion(start: isFile ? start + 1 : offset, candidates: [], isInText: isFile)
  }
}
