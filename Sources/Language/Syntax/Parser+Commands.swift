internal import Catalogue

extension Parser {
  /// A line that only the prompt understands; in a file it is reported, and nil.
  mutating func parseCommand() -> Statement? {
    let token = presume(.command)
    let command = Self.command(text(token))
    place = .nothing
    guard mode == .prompt else {
      report(
        Diagnostic(
          LanguageErrors.promptOnly, "this works only at the prompt and in notebooks",
          at: span(token), hint: Self.hint(for: command)))
      return nil
    }
    return Statement(
      documentation: nil, name: nil, body: .command(command), span: span(token))
  }

  /// `name?`, which is said as often as `?name`.
  mutating func questionAfterName() -> Statement? {
    guard mode == .prompt else { return nil }
    let said = source.text.trimmed
    guard said.last == "?", let first = said.unicodeScalars.first, Lexer.beginsName(first) else {
      return nil
    }
    let name = said.drop { $0 != "?" }.isEmpty ? said : String(said.prefix { $0 != "?" })
    let marks = said.dropFirst(name.count)
    guard marks == "?" || marks == "??", name.unicodeScalars.allSatisfy(Lexer.continuesName) else {
      return nil
    }
    return Statement(
      documentation: nil, name: nil,
      body: .command(PromptCommand(sort: marks == "?" ? .help : .source, name: name, rest: "")),
      span: Span(source, 0..<source.bytes.count))
  }

  private static func command(_ text: String) -> PromptCommand {
    func said(_ prefix: Int) -> String { String(text.dropFirst(prefix)).trimmed }
    if text.hasPrefix("??") { return PromptCommand(sort: .source, name: said(2), rest: "") }
    if text.hasPrefix("?") { return PromptCommand(sort: .help, name: said(1), rest: "") }
    if text.hasPrefix("!") { return PromptCommand(sort: .shell, name: said(1), rest: "") }
    let words = said(1)
    let name = String(words.prefix { $0 != " " && $0 != "\t" })
    return PromptCommand(
      sort: .magic, name: name, rest: String(words.dropFirst(name.count)).trimmed)
  }

  private static func hint(for command: PromptCommand) -> String {
    switch command.sort {
    case .help, .source: "in a file, write `help \(command.name)`"
    case .shell: "run the command in the shell that runs the script"
    case .magic: "leave out `%\(command.name)`"
    }
  }
}

extension String {
  /// Without the white space at both ends.
  var trimmed: String {
    let kept = drop { $0.isWhitespace }
    guard let last = kept.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(kept[...last])
  }
}
