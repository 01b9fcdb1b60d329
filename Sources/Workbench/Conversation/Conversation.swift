package import Catalogue
internal import Language

/// A session that takes numbered inputs, one after another: what the prompt and a notebook have in
/// common. Besides statements it carries out the commands that only they understand.
package final class Conversation {
  /// One input that was executed.
  package struct Input: Sendable {
    /// Its number.
    package let number: Int
    /// Its text.
    package let text: String
    /// Whether all of it ran.
    package let succeeded: Bool
  }

  /// How an input ended.
  package enum Outcome: Sendable, Equatable {
    case done
    case failed
    case interrupted
  }

  /// What executes the statements.
  package let session: Session
  /// Whether shell commands are refused.
  package let isSafe: Bool
  /// How shell commands are run.
  let shell: Shell
  /// The inputs so far, oldest first.
  package internal(set) var inputs: [Input] = []
  /// The code of the last error, for `%explain`.
  package internal(set) var lastCode: ErrorCode?
  /// What `%undo` takes back, a step for each input that bound names.
  var undoSteps = UndoSteps()

  /// A conversation in a session.
  package init(_ session: Session, isSafe: Bool, shell: Shell = .terminal) {
    self.session = session
    self.isSafe = isSafe
    self.shell = shell
  }

  /// The commands after `%`, with what each does.
  package static var commands: [(name: String, summary: String)] {
    Magic.all.map { ($0.name, $0.summary) }
  }

  /// Executes one input; everything that comes of it is told as events of the session. What is not
  /// kept is no part of the history.
  package func execute(_ text: String, input: Int, isKept: Bool = true) -> Outcome {
    session.interruption.reset()
    let before = session.interpreter.environment.bindings
    let changes = undoSteps.changes
    let outcome = run(text, input: input)
    // What `%undo` takes back are inputs that bound names, whether or not all of them succeeded;
    // `%undo` and `%reset` see to their own steps.
    let step = UndoStep(from: before, to: session.interpreter.environment.bindings)
    if undoSteps.changes == changes, !step.isEmpty { undoSteps.append(step) }
    if isKept {
      inputs.append(Input(number: input, text: text, succeeded: outcome == .done))
    }
    return outcome
  }

  /// Runs a text without noting it as an input of its own.
  func run(_ text: String, input: Int) -> Outcome {
    run(Source(name: "input \(input)", text: text), input: input)
  }

  /// Runs a source as if it stood at the prompt.
  func run(_ source: Source, input: Int) -> Outcome {
    let checked = session.check(source, mode: .prompt)
    for diagnostic in checked.diagnostics {
      lastCode = diagnostic.code
      session.tell(.problem(diagnostic))
    }
    guard checked.isSound else { return .failed }
    for statement in checked.program.statements {
      guard case .command(let command) = statement.body else { continue }
      let outcome = carryOut(command, at: statement.span, input: input)
      guard outcome == .done else { return outcome }
    }
    switch session.run(checked, input: input) {
    case .completed: return session.interruption.isAsked ? .interrupted : .done
    case .interrupted: return .interrupted
    case .failed(let diagnostic):
      lastCode = diagnostic.code
      return session.interruption.isAsked ? .interrupted : .failed
    }
  }

  private func carryOut(_ command: PromptCommand, at span: Span, input: Int) -> Outcome {
    do {
      switch command.sort {
      case .help: try Magic.help(command.name, in: self)
      case .source: try Magic.source(command.name, in: self)
      case .shell: try Magic.shell(command.name, in: self)
      case .magic:
        guard let magic = Magic.named(command.name) else {
          throw ConversationError.noMagic(command.name)
        }
        return try magic.perform(command.rest, self, input)
      }
      return .done
    } catch {
      let diagnostic = Diagnostic(hostError: error, at: span)
      lastCode = diagnostic.code
      session.tell(.problem(diagnostic))
      return .failed
    }
  }
}
