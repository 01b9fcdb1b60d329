internal import Language
internal import Reports
internal import Workbench

/// Whether an input can be submitted as it stands. A console asks; a notebook never does.
struct IsCompleteRequest: ShellRequest {
  static let type = "is_complete_request"

  /// The input.
  let code: String

  func reply(to message: IncomingMessage, at desk: Desk) -> JSONValue? {
    switch desk.conversation.completeness(of: code) {
    case .complete: ["status": "complete"]
    case .invalid: ["status": "invalid"]
    case .incomplete(let indent):
      ["status": "incomplete", "indent": .text(String(repeating: " ", count: indent))]
    }
  }
}
