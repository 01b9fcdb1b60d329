internal import Catalogue
internal import FoundationEssentials
internal import Language

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A command that only the prompt and notebooks understand: `%name`, `?name`, `!command`.
struct Magic: Sendable {
  /// The name after `%`.
  let name: String
  /// How it is written.
  let usage: String
  /// What it does, in one sentence.
  let summary: String
  /// Does it with what follows the name.
  let perform: @Sendable (String, Conversation, Int) throws -> Conversation.Outcome

  /// All `%` commands.
  static let all: [Magic] = [
    who, history, time, undo, reset, clear, edit, save, load, explain,
  ]

  /// The `%` command of that name.
  static func named(_ name: String) -> Magic? { all.first { $0.name == name } }

  // MARK: `%` commands

  private static let who = Magic(
    name: "who", usage: "%who", summary: "lists the names bound so far"
  ) { _, conversation, _ in
    let environment = conversation.session.interpreter.environment
    let width = environment.names.map(\.count).max() ?? 0
    for name in environment.names {
      guard let binding = environment[name] else { continue }
      let shown = ValueText.shown(binding.value).split(separator: "\n").first ?? ""
      let space = String(repeating: " ", count: max(0, width - name.count) + 2)
      let line = "\(name)\(space)\(shown)"
      conversation.session.output(line.count > 78 ? line.prefix(77) + "…" : line)
    }
    return .done
  }

  private static let history = Magic(
    name: "history", usage: "%history", summary: "lists the inputs of this session"
  ) { _, conversation, _ in
    for input in conversation.inputs {
      let text = input.text.replacing("\n", with: "\n     ")
      conversation.session.output("\(input.number): \(text)")
    }
    return .done
  }

  private static let time = Magic(
    name: "time", usage: "%time STATEMENT", summary: "tells how long a statement takes"
  ) { rest, conversation, input in
    guard !rest.isEmpty else {
      throw ConversationError.missing("time", usage: "%time train net data=mad")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = conversation.run(rest, input: input)
    let passed = (clock.now - start).components
    let seconds = Double(passed.seconds) + Double(passed.attoseconds) * 1e-18
    conversation.session.output(NumberText.time(seconds))
    return outcome
  }

  private static let undo = Magic(
    name: "undo", usage: "%undo", summary: "takes back the last input that bound names"
  ) { _, conversation, _ in
    guard let step = conversation.undoSteps.removeLast() else {
      throw ConversationError.nothingToUndo
    }
    step.takeBack(in: &conversation.session.interpreter.environment)
    return .done
  }

  private static let reset = Magic(
    name: "reset", usage: "%reset", summary: "forgets all names"
  ) { _, conversation, _ in
    let before = conversation.session.interpreter.environment.bindings
    // What is forgotten is to be free. At the prompt, where it is soon typed, this one step can be taken
    // back; a notebook resets to have its memory again.
    conversation.undoSteps.removeAll()
    if conversation.shell.hasTerminal {
      conversation.undoSteps.append(UndoStep(from: before, to: [:]))
    }
    conversation.session.interpreter.environment = Environment()
    return .done
  }

  private static let clear = Magic(
    name: "clear", usage: "%clear", summary: "clears the screen, or what a notebook's cell shows"
  ) { _, conversation, _ in
    conversation.session.tell(.clear)
    return .done
  }

  private static let save = Magic(
    name: "save", usage: "%save FILE", summary: "writes the inputs that succeeded into a script"
  ) { rest, conversation, _ in
    let path = unquoted(rest)
    guard !path.isEmpty else {
      throw ConversationError.missing("save", usage: "%save mine.sparse")
    }
    let kept = conversation.inputs.filter { input in
      input.succeeded && !(input.text.first.map { "%!?".contains($0) } ?? true)
    }
    let text = kept.map { $0.text + "\n" }.joined()
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw ConversationError.unwritable(path)
    }
    conversation.session.output("wrote \(kept.count) inputs to \(path)")
    return .done
  }

  private static let load = Magic(
    name: "load", usage: "%load FILE", summary: "runs a script in this session"
  ) { rest, conversation, input in
    let path = unquoted(rest)
    guard !path.isEmpty else {
      throw ConversationError.missing("load", usage: "%load examples/first-steps.sparse")
    }
    return conversation.run(try ProgramFile.read(path), input: input)
  }

  private static let explain = Magic(
    name: "explain", usage: "%explain [CODE]", summary: "explains the last error, or a code"
  ) { rest, conversation, _ in
    guard let code = rest.isEmpty ? conversation.lastCode?.id : rest else {
      throw ConversationError.missing("explain", usage: "%explain E0204")
    }
    guard let text = Reference.explanation(of: code) else {
      throw ConversationError.noCode(code)
    }
    conversation.session.output(String(text.dropLast()))
    return .done
  }

  // MARK: `?`, `??` and `!`

  /// `?name`: what it means.
  static func help(_ name: String, in conversation: Conversation) throws {
    let text =
      name.isEmpty ? Reference.overview() : conversation.session.explanation(of: name)
    guard let text else { throw ConversationError.unknown(name) }
    conversation.session.tell(.page(text.hasSuffix("\n") ? String(text.dropLast()) : text))
  }

  /// `??name`: the statement that bound it, or else what it means.
  static func source(_ name: String, in conversation: Conversation) throws {
    guard let binding = conversation.session.interpreter.environment[name] else {
      return try help(name, in: conversation)
    }
    let lines = binding.span.source
    conversation.session.tell(
      .page("\(lines.name): " + lines.text(lines.range(ofLine: binding.span.start.line))))
  }

  /// `!command`: runs it in the shell.
  static func shell(_ command: String, in conversation: Conversation) throws {
    guard !conversation.isSafe else { throw ConversationError.safe }
    if case .captured(let run) = conversation.shell { return try run(command) }
    fflush(nil)
    _ = command.withCString { system($0) }
  }

  private static func unquoted(_ text: String) -> String {
    let isQuoted = text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"")
    return isQuoted ? String(text.dropFirst().dropLast()) : text
  }
}
