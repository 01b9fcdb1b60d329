internal import Language
package import Workbench

/// The prompt's view of a conversation.
package final class ConversationPrompt: PromptSession {
  private let conversation: Conversation
  private let progress: TrainingProgress

  /// A view of `conversation`, whose trainings show in `progress`.
  package init(_ conversation: Conversation, progress: TrainingProgress) {
    self.conversation = conversation
    self.progress = progress
  }

  package func execute(_ text: String, input: Int) -> PromptOutcome {
    if conversation.isFarewell(text) { return .leave(exitCode: 0) }
    defer { progress.finish() }
    return switch ControlEcho.withheld({ conversation.execute(text, input: input) }) {
    case .done: .done
    case .failed: .failed
    case .interrupted: .interrupted
    }
  }

  package func complete(_ text: String, at offset: Int) -> PromptCompletion {
    let completion = conversation.complete(text, at: offset)
    let candidates = completion.candidates.map {
      PromptCandidate(
        $0.text, detail: $0.detail.isEmpty ? $0.sort : $0.detail, endsWord: $0.sort == "verb")
    }
    return PromptCompletion(
      start: completion.start, candidates: candidates, isFile: completion.isInText)
  }

  package func completeness(of text: String) -> PromptCompleteness {
    switch conversation.completeness(of: text) {
    case .complete: .complete
    case .incomplete(let indent): .incomplete(indent: String(repeating: " ", count: indent))
    case .invalid: .invalid
    }
  }

  package func interrupt() { conversation.session.interruption.ask() }
}
