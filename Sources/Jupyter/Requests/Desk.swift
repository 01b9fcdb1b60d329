internal import Language
internal import Reports
internal import Workbench

/// Where the requests of the shell channel are worked on: the session with its cells. Used by the
/// thread that executes.
final class Desk {
  /// What came of a cell.
  struct Done {
    /// The number of the last cell that was counted: this one, if it was.
    let count: Int
    /// Why it failed, if it did.
    let failure: CellFailure?
    /// What else the client is to do: show help, leave.
    let payload: [JSONValue]
  }

  /// What executes.
  let conversation: Conversation
  /// By which everybody is told what happens.
  let publisher: Publisher
  /// The cells that were run.
  private(set) var history: CellHistory

  private let output: CellOutput
  private var count = 0
  private var isToStop = false

  /// A desk with a session of its own, whose cells are kept in an archive if there is one.
  init(
    _ options: SessionOptions, _ interruption: Interruption, _ publisher: Publisher,
    archive: CellArchive? = nil
  ) {
    self.publisher = publisher
    history = CellHistory(archive: archive)
    let output = CellOutput(publisher, settings: options.settings)
    self.output = output
    let session = Session(options, interruption: interruption) { output.present($0) }
    let shell = CapturedShell(interruption) { output.write($0) }
    conversation = Conversation(session, isSafe: options.safe, shell: .captured(shell.run))
  }

  /// Runs a cell and publishes what comes of it, unless it `isSilent`. If it `isKept`, it has a number
  /// and is part of the history.
  func execute(
    _ code: String, for message: IncomingMessage, isSilent: Bool, isKept: Bool
  ) -> Done {
    let isKept = isKept && code.contains { !$0.isWhitespace }
    if isKept { count += 1 }
    if !isSilent {
      publisher.publish(
        "execute_input", ["code": .text(code), "execution_count": .integer(count)],
        parent: message)
    }
    if conversation.isFarewell(code) {
      return Done(
        count: count, failure: nil, payload: [["source": "ask_exit", "keepkernel": false]])
    }
    output.begin(for: isSilent ? nil : message, count: count)
    let outcome = conversation.execute(code, input: isKept ? count : 0, isKept: isKept)
    let told = output.end()
    if isKept { history.append(count, code, output: told.text) }
    let failure = CellFailure(outcome, told.problems, isColoured: output.isColoured)
    if let failure, !isSilent {
      publisher.publish("error", .object(failure.members), parent: message)
    }
    let pages = told.pages.map { page -> JSONValue in
      ["source": "page", "data": ["text/plain": .text(page)], "start": 0]
    }
    return Done(count: count, failure: failure, payload: pages)
  }

  /// The value of an expression as a bundle of forms, or why it has none.
  func value(of expression: String) -> JSONValue {
    do {
      let value = try conversation.session.interpreter.value(ofExpression: expression)
      let text = ResultText().text(of: value)
      return ["status": "ok", "data": ["text/plain": .text(text)], "metadata": .object([])]
    } catch {
      let failure = CellFailure([error], isColoured: output.isColoured)
      return .object([.init("status", "error")] + failure.members)
    }
  }

  /// Has cells given up that wait behind the one that runs.
  func askToStop() { isToStop = true }

  /// Whether cells that wait are to be given up; asked once.
  func takeStop() -> Bool {
    defer { isToStop = false }
    return isToStop
  }
}
