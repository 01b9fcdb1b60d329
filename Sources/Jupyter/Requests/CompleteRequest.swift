internal import Language
internal import Reports
internal import Workbench

/// What could stand at the cursor.
struct CompleteRequest: ShellRequest {
  static let type = "complete_request"

  /// The cell, and where it is asked.
  let cursor: CellCursor

  init(from decoder: any Decoder) throws { cursor = try CellCursor(from: decoder) }

  func reply(to message: IncomingMessage, at desk: Desk) -> JSONValue? {
    let (code, cursor) = (cursor.code, cursor.place)
    let completion = desk.conversation.complete(code, at: cursor)
    let start = min(max(completion.start, 0), cursor)
    let candidates =
      completion.isInText ? files(in: code, from: start, to: cursor) : completion.candidates
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
  private func files(
    in code: String, from start: Int, to cursor: Int
  ) -> [Completion.Candidate] {
    let path = String(
      String.UnicodeScalarView(code.unicodeScalars.dropFirst(start).prefix(cursor - start)))
    return FileNames.continuing(path).map { entry in
      Completion.Candidate(
        entry.folder + entry.name + (entry.isFolder ? "/" : ""),
        sort: entry.isFolder ? "folder" : "file")
    }
  }
}
