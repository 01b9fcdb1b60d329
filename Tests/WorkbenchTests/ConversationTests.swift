import Foundation
import Language
import TestSupport
import Testing
import Workbench

/// What holds at the prompt and in notebooks, without a terminal.
@Suite struct ConversationTests {
  @Test func anExpressionShowsItsValue() {
    let prompt = Prompt()
    #expect(prompt.type("6 * 7") == "Out[1]: 42")
    #expect(prompt.type("30%") == "Out[2]: 0.3")
    #expect(prompt.type("x = 3") == "")
    #expect(prompt.type("x; x + 1") == "Out[4]: 3\nOut[4]: 4")
    #expect(prompt.type("").isEmpty)
  }

  @Test func rebindingMakesANewVersion() {
    let prompt = Prompt()
    prompt.type("lr = 0.1")
    prompt.type("lr = lr / 2")
    #expect(prompt.errors.isEmpty)
    #expect(prompt.value("lr") == "0.05")
  }

  @Test func earlierResultsHaveNames() {
    let prompt = Prompt()
    prompt.type("1 + 1")
    prompt.type("_ * 10")
    #expect(prompt.type("_1 + _2 + _") == "Out[3]: 42")
    prompt.type("_9 + 1")
    #expect(prompt.last == .failed)
    #expect(prompt.errors == ["E0201"])
  }

  @Test func anErrorKeepsEverythingBoundBefore() {
    let prompt = Prompt()
    prompt.type("a = 1")
    prompt.type("b = 2; c = 1 / 0; d = 4")
    #expect(prompt.last == .failed)
    #expect(prompt.errors == ["E0502"])
    #expect([prompt.value("a"), prompt.value("b")] == ["1", "2"])
    #expect(prompt.value("c") == nil && prompt.value("d") == nil)
    prompt.type("b = 3; unknown")
    #expect(prompt.value("b") == "2", "what is rejected before running changes nothing")
    #expect(prompt.type("a + b") == "Out[4]: 3")
  }

  @Test(arguments: [
    "x = (((", "x = [1, 2", "trian", "policy set zeta=30", "network in-1000000000000-out",
    "data \"nowhere.csv\"", "include \"nowhere.sparse\"", "load \"nowhere.npz\"", "1 / 0", "]",
    "\u{0}", "%nothing", "?nothing", "print \"", "assert false",
  ])
  func badInputKeepsTheConversation(bad: String) {
    let prompt = Prompt()
    prompt.type("spirals = data spirals samples=50")
    prompt.type("kept = 42")
    prompt.type(bad)
    // A plan of a trillion neurons is no error until it is trained.
    if !bad.hasPrefix("network") { #expect(prompt.last == .failed) }
    #expect(prompt.type("kept") == "Out[4]: 42")
    #expect(prompt.value("spirals") != nil)
  }

  // MARK: Commands

  @Test func whoListsTheNames() {
    let prompt = Prompt()
    prompt.type("zeta = 30%")
    prompt.type("net = network in-8-out")
    let lines = prompt.type("%who").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("net   network in-8-out") == true)
    #expect(lines.last == "zeta  0.3")
  }

  @Test func undoTakesBackTheLastBinding() {
    let prompt = Prompt()
    prompt.type("a = 1")
    prompt.type("a = 2; b = 3")
    prompt.type("a + b")
    prompt.type("%who")
    prompt.type("%undo")
    #expect(prompt.value("a") == "1")
    #expect(prompt.value("b") == nil)
    prompt.type("%undo")
    #expect(prompt.value("a") == nil)
    prompt.type("%undo")
    #expect(prompt.errors == ["E0572"])
  }

  @Test func undoTakesBackWhatAFailedInputBound() {
    let prompt = Prompt()
    prompt.type("a = 1")
    prompt.type("a = 2; 1 / 0")
    prompt.type("%undo")
    #expect(prompt.value("a") == "1")
    prompt.type("%time a = 5")
    prompt.type("%undo")
    #expect(prompt.value("a") == "1")
  }

  @Test func resetForgetsAndUndoRemembers() {
    let prompt = Prompt()
    prompt.type("a = 1")
    prompt.type("%reset")
    #expect(prompt.value("a") == nil)
    prompt.type("%undo")
    #expect(prompt.value("a") == "1")
  }

  @Test func timeTellsHowLongAndShowsTheResult() {
    let prompt = Prompt()
    let text = prompt.type("%time 6 * 7")
    #expect(text.hasPrefix("Out[1]: 42\n"))
    #expect(text.hasSuffix(" s"))
    prompt.type("%time")
    #expect(prompt.errors == ["E0573"])
  }

  @Test func historyListsTheInputs() {
    let prompt = Prompt()
    prompt.type("a = 1")
    prompt.type("b = [\n1]")
    #expect(prompt.type("%history") == "1: a = 1\n2: b = [\n     1]")
  }

  @Test func saveWritesAScriptThatLoads() throws {
    try TemporaryFolder.with { folder in
      let path = folder.appending(path: "mine.sparse").path
      let prompt = Prompt()
      prompt.type("a = 1")
      prompt.type("b = 1 / 0")
      prompt.type("%who")
      prompt.type("a = a + 1")
      #expect(prompt.type("%save \"\(path)\"") == "wrote 2 inputs to \(path)")
      let other = Prompt()
      other.type("%load \(path)")
      #expect(other.errors.isEmpty)
      #expect(other.value("a") == "2")
      other.type("%undo")
      #expect(other.value("a") == nil)
    }
  }

  @Test func loadAndSaveTellWhatIsWrong() {
    let prompt = Prompt()
    prompt.type("%load /none/such.sparse")
    prompt.type("%save /none/such.sparse")
    prompt.type("%load")
    prompt.type("%save")
    #expect(prompt.errors == ["E0690", "E0691", "E0573", "E0573"])
  }

  @Test func explainTellsOfTheLastErrorOrACode() {
    let prompt = Prompt()
    prompt.type("%explain")
    #expect(prompt.errors == ["E0573"])
    prompt.type("1 / 0")
    #expect(prompt.type("%explain").hasPrefix("E0502: division by zero"))
    #expect(prompt.type("%explain E0201").hasPrefix("E0201: unknown name"))
    prompt.type("%explain E9999")
    #expect(prompt.errors.last == "E0240")
  }

  @Test func questionMarksExplain() {
    let prompt = Prompt()
    #expect(prompt.type("?train").contains("trains a network"))
    #expect(prompt.type("?").contains("policies"))
    prompt.type("## how fast it learns\nlr = 0.1")
    let mine = prompt.type("?lr")
    #expect(mine.contains("how fast it learns"))
    #expect(mine.contains("0.1"))
    #expect(prompt.type("??lr").contains("lr = 0.1"))
    #expect(prompt.type("lr?").contains("how fast it learns"))
    prompt.type("?trian")
    #expect(prompt.errors == ["E0240"])
    #expect(prompt.output.contains("did you mean `train`?"))
  }

  @Test func aMisspeltCommandIsSuggested() {
    let prompt = Prompt()
    prompt.type("%histroy")
    #expect(prompt.output.contains("did you mean `%history`?"))
  }

  @Test func theShellIsThereUnlessRefused() throws {
    try TemporaryFolder.with { folder in
      let path = folder.appending(path: "made").path
      Prompt(isSafe: true).type("!touch \(path)")
      #expect(!FileManager.default.fileExists(atPath: path))
      Prompt().type("!touch \(path)")
      #expect(FileManager.default.fileExists(atPath: path))
    }
    let safe = Prompt(isSafe: true)
    safe.type("!true")
    #expect(safe.errors == ["E0571"])
  }

  // MARK: Interrupts

  @Test(.timeLimit(.minutes(1))) func anInterruptKeepsTheRun() {
    let prompt = Prompt()
    prompt.type("spirals = data spirals samples=100 test_samples=20; net = network in-16-out")
    let interruption = prompt.conversation.session.interruption
    // From another thread, as a signal's watcher would.
    prompt.afterEpoch = { [unowned prompt] in
      guard prompt.epochs == 3 else { return }
      let asked = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        interruption.ask()
        asked.signal()
      }
      asked.wait()
    }
    prompt.type("first = train net data=spirals epochs=100000 batch=20")
    #expect(prompt.last == .interrupted)
    #expect(prompt.type("first.completed") == "Out[3]: false")
    #expect(prompt.last == .done)
    #expect(prompt.type("first.epochs") == "Out[4]: 3")
    #expect(prompt.type("describe first").contains("3 of 100,000 epochs"))
    prompt.type("again = train net data=spirals epochs=1 batch=20")
    #expect(prompt.type("again.completed") == "Out[7]: true")
  }

  @Test(.timeLimit(.minutes(1))) func anInterruptKeepsTheRunsOfAComparison() {
    let prompt = Prompt()
    prompt.type("spirals = data spirals samples=100 test_samples=20; net = network in-16-out")
    let interruption = prompt.conversation.session.interruption
    prompt.afterEpoch = { [unowned prompt] in if prompt.epochs == 5 { interruption.ask() } }
    prompt.type("study = compare net data=spirals epochs=2 batch=20 over seed=1..1000")
    #expect(prompt.last == .interrupted)
    #expect(prompt.type("count(study.runs)") == "Out[3]: 2")
  }

  @Test func aComparisonWithoutARunHasNoResult() {
    let prompt = Prompt()
    prompt.type("spirals = data spirals samples=100 test_samples=20; net = network in-16-out")
    let interruption = prompt.conversation.session.interruption
    prompt.afterEpoch = { interruption.ask() }
    prompt.type("study = compare net data=spirals epochs=9 batch=20 over seed=1..9")
    #expect(prompt.errors == ["E0543"])
    #expect(prompt.last == .interrupted)
    #expect(prompt.value("study") == nil)
  }

  @Test func aRunThatDivergesKeepsTheRunsBeforeIt() {
    let prompt = Prompt()
    prompt.type("spirals = data spirals samples=200")
    prompt.type("net = network in-32*3-out sparse=none activation=linear")
    prompt.type(
      "study = compare net data=spirals epochs=1 batch=10 over lr=[1e-3, 1e-4, 1e6, 1e-5]")
    #expect(prompt.errors == ["E0522"])
    #expect(prompt.output.contains("warning: the run with lr=1e6 failed"))
    #expect(prompt.type("count(study.runs)") == "Out[4]: 2")
  }

  @Test func whatFollowsAnInterruptDoesNotRun() {
    let prompt = Prompt()
    prompt.type("spirals = data spirals samples=100 test_samples=20; net = network in-16-out")
    let interruption = prompt.conversation.session.interruption
    prompt.afterEpoch = { interruption.ask() }
    prompt.type("first = train net data=spirals epochs=9 batch=20; after = 1")
    #expect(prompt.value("after") == nil)
    #expect(prompt.value("first") != nil)
  }

  @Test func aRunThatDivergesIsKept() {
    let prompt = Prompt()
    prompt.type("spirals = data spirals samples=200")
    prompt.type("net = network in-32*3-out sparse=none activation=linear")
    prompt.type("first = train net data=spirals lr=1e6 batch=10")
    #expect(prompt.errors == ["E0522"])
    #expect(prompt.output.contains("in epoch 1, batch "))
    #expect(prompt.type("first.completed") == "Out[4]: false")
  }
}
