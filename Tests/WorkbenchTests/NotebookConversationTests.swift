import Catalogue
import Foundation
import Language
import Testing
import Workbench

/// What a notebook asks of a conversation, and the prompt does not.
@Suite struct NotebookConversationTests {
  /// A conversation without a terminal, and what its session told.
  private final class Notebook {
    private(set) var events: [SessionEvent] = []
    private(set) var commands: [String] = []
    private(set) lazy var conversation = Conversation(
      Session(SessionOptions()) { [unowned self] in events.append($0) }, isSafe: false,
      shell: .captured { [unowned self] in commands.append($0) })

    /// Executes an input; the codes of its errors.
    @discardableResult func execute(_ text: String, _ input: Int, isKept: Bool = true) -> [String] {
      events = []
      _ = conversation.execute(text, input: input, isKept: isKept)
      return events.compactMap { if case .problem(let what) = $0 { what.code.id } else { nil } }
    }

    func shown(_ expression: String) -> String? {
      (try? conversation.session.interpreter.value(ofExpression: expression))
        .map { ResultText().text(of: $0) }
    }
  }

  @Test func helpIsAPage() {
    let notebook = Notebook()
    for question in ["?train", "train?", "??train"] {
      #expect(notebook.execute(question, 1) == [])
      guard notebook.events.count == 1, case .page(let text)? = notebook.events.first else {
        Issue.record("\(question) told \(notebook.events)")
        continue
      }
      #expect(text.hasPrefix("train (verb)"))
    }
  }

  @Test func clearIsToldAndNothingElse() {
    let notebook = Notebook()
    notebook.execute("%clear", 1)
    #expect(notebook.events.count == 1)
    guard case .clear? = notebook.events.first else {
      Issue.record("told \(notebook.events)")
      return
    }
  }

  @Test func aFileIsNotCleared() {
    #expect(Prompt().type("%clear") == "")
  }

  @Test func shellCommandsGoToTheFrontEnd() {
    let notebook = Notebook()
    #expect(notebook.execute("!echo one; echo two", 1) == [])
    #expect(notebook.commands == ["echo one; echo two"])
    #expect(notebook.execute("%edit", 2) == ["E0574"])
  }

  @Test func whatIsNotKeptIsNotInTheHistory() {
    let notebook = Notebook()
    notebook.execute("1", 1)
    notebook.execute("2", 0, isKept: false)
    notebook.execute("3", 2)
    #expect(notebook.conversation.inputs.map(\.text) == ["1", "3"])
    #expect([notebook.shown("_1"), notebook.shown("_2"), notebook.shown("_")] == ["1", "3", "3"])
  }

  @Test func expressionsAreEvaluatedWithoutATrace() throws {
    let notebook = Notebook()
    notebook.execute("x = 6; 1", 1)
    #expect(notebook.shown("x * 7") == "42")
    #expect(notebook.shown("_") == "1")
    for text in ["", "y = 3", "print 1", "1; 2", "nothing_bound", "1 / 0", "%who", "(1"] {
      #expect(throws: Diagnostic.self, "\(text)") {
        try notebook.conversation.session.interpreter.value(ofExpression: text)
      }
    }
    #expect(notebook.execute("y", 2) == ["E0201"])
  }

  @Test func completionKnowsCommandsAndWords() {
    let conversation = Notebook().conversation
    func texts(_ text: String) -> [String] {
      conversation.complete(text, at: text.unicodeScalars.count).candidates.map(\.text)
    }
    #expect(texts("%hi") == ["history"])
    #expect(texts("pri") == ["print"])
    #expect(texts("%time pri") == ["print"])
    #expect(conversation.complete("%time pri", at: 9).start == 6)
    #expect(conversation.complete("%load \"a", at: 8).isInText)
    #expect(texts("%who a").isEmpty)
  }

  @Test func onlyAFreeWordLeaves() {
    let notebook = Notebook()
    #expect(notebook.conversation.isFarewell(" exit() \n"))
    #expect(!notebook.conversation.isFarewell("exits"))
    notebook.execute("exit = 1", 1)
    #expect(!notebook.conversation.isFarewell("exit"))
    #expect(!notebook.conversation.isFarewell("exit()"))
    #expect(notebook.conversation.isFarewell("quit"))
    notebook.execute("quit = 1", 2)
    #expect(!notebook.conversation.isFarewell("quit"))
    #expect(!notebook.conversation.isFarewell("quit()"))
    notebook.execute("%undo", 3)
    #expect(notebook.conversation.isFarewell("quit()"))
  }

  /// Each step back holds what changed, not all names and results: thousands of inputs would
  /// otherwise take the square of their number.
  @Test func undoAfterManyInputsIsExact() {
    let notebook = Notebook()
    for number in 1...300 { notebook.execute("x\(number % 7) = \(number)", number) }
    for number in (281...300).reversed() {
      #expect(notebook.shown("x\(number % 7)") == "\(number)")
      #expect(notebook.execute("%undo", 1000 + number) == [])
    }
    #expect(notebook.shown("x\(280 % 7)") == "280")
    #expect(notebook.shown("x\(281 % 7)") == "274")
    #expect(notebook.execute("%undo", 2000) == ["E0572"], "only the newest steps are kept")
    #expect(notebook.shown("x\(280 % 7)") == "280")
  }

  /// What a notebook forgets is gone, and its memory is free.
  @Test func resetLeavesNothingToUndo() {
    let notebook = Notebook()
    notebook.execute("a = 1", 1)
    notebook.execute("b = 2", 2)
    notebook.execute("%reset", 3)
    #expect(notebook.execute("a", 4) == ["E0201"])
    #expect(notebook.execute("%undo", 5) == ["E0572"])
    notebook.execute("c = 3", 6)
    #expect(notebook.execute("%undo", 7) == [])
    #expect(notebook.execute("%undo", 8) == ["E0572"])
  }

  /// At the prompt a reset can be taken back, and nothing before it.
  @Test func resetAtThePromptIsOneStep() {
    let prompt = Prompt()
    prompt.type("a = 1")
    prompt.type("%reset")
    prompt.type("%undo")
    #expect(prompt.value("a") == "1")
    prompt.type("%undo")
    #expect(prompt.errors == ["E0572"])
    #expect(prompt.value("a") == "1")
  }
}
