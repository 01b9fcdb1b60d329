import Catalogue
import Foundation
import Language
import Training
import Workbench

/// A conversation whose words are kept: the prompt without a terminal.
final class Prompt {
  private(set) var output = ""
  private(set) var errors: [String] = []
  private(set) var epochs = 0
  /// Called after each epoch of a training.
  var afterEpoch: () -> Void = {}
  private(set) var conversation: Conversation!
  private var number = 0

  init(isSafe: Bool = false) {
    var options = SessionOptions()
    options.settings.threads = 2
    let presenter = TextPresenter(
      out: { [unowned self] in output += $0 }, error: { [unowned self] in output += $0 },
      isPrompt: true)
    let session = Session(options) { [unowned self] event in
      if case .problem(let diagnostic) = event { errors.append(diagnostic.code.id) }
      if case .training(_, let step) = event, case .epoch(_) = step {
        epochs += 1
        afterEpoch()
      }
      presenter.present(event)
    }
    conversation = Conversation(session, isSafe: isSafe)
  }

  /// Types an input; what it showed, without the last newline.
  @discardableResult func type(_ text: String) -> String {
    output = ""
    number += 1
    last = conversation.execute(text, input: number)
    return output.hasSuffix("\n") ? String(output.dropLast()) : output
  }

  /// How the last input ended.
  private(set) var last = Conversation.Outcome.done

  /// What a name means now, as it would be shown.
  func value(_ name: String) -> String? {
    conversation.session.interpreter.environment.value(of: name).map { ValueText.shown($0) }
  }
}
