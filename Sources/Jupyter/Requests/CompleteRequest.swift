internal import Language
internal import Reports
internal import Workbench

/// What could stand at the cursor.
struct CompleteRequest: ShellRequest {
  static let type = "complete_request"

  /// The cell.
  let code: String
  /// Where the cursor is, in Unicode scalars from 0; at the end if it is not said.
  let cursor: Int?

  enum CodingKeys: String, CodingKey {
    case code
    case cursor = "cursor_pos"
  }

  func reply(to message: IncomingMessage, at desk: Desk) -> JSONValue? {
    let length = code.unicodeScalars.count
    let cursor = min(max(self.cursor ?? length, 0), length)
    let completion = desk.conversation.complete(code, at: cursor)
    let start = min(max(completion.start, 0), cursor)
    let candidates =
      completion.isInText ? files(from: start, to: cursor) : completion.candidates
    let typed = candidates.map { candidate -> JSONValue in
      [
        "start": .integer(start), "end": .integer(cursor), "text": .text(candidate.text),
        "type": .text(candidate.sort), "signature": .text(candidate.detail),
      ]
    }
    return [
      "status": "ok", "matches": .array(candidates.map { .text($0.text) }),
      "cursor_start": .integer(start), "cursor_end": .integer(cursor),
      "metadata": ["_jupyter_types_experimental": .array(typed)],
    ]
  }

  /// The files whose paths continue a text in quotes.
  private func files(from start: Int, to cursor: Int) -> [Completion.Candidate] {
    let path = String(
      String.UnicodeScalarView(code.unicodeScalars.dropFirst(start).prefix(cursor - start)))
    return FileNames.continuing(path).map { entry in
      Completion.Candidate(
        entry.folder + entry.name + (entry.isFolder ? "/" : ""),
        sort: entry.isFolder ? "folder" : "file")
    }
  }
}
