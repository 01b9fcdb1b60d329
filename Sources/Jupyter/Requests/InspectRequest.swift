internal import Reports
internal import Workbench

/// What the word at the cursor means.
struct InspectRequest: ShellRequest {
  static let type = "inspect_request"

  /// The cell, and where it is asked.
  let cursor: CellCursor

  init(from decoder: any Decoder) throws { cursor = try CellCursor(from: decoder) }

  func reply(to message: IncomingMessage, at desk: Desk) -> JSONValue? {
    let found = words.lazy.compactMap { desk.conversation.session.explanation(of: $0) }.first
    let data: JSONValue = found.map { ["text/plain": .text($0)] } ?? .object([])
    return [
      "status": "ok", "found": .logic(found != nil), "data": data, "metadata": .object([]),
    ]
  }

  /// The word in which or after which the cursor stands; failing that, the words before it on its
  /// line, the last first: within `train net data=`, help on `data`, `net` or `train`.
  private var words: [String] {
    let scalars = Array(cursor.code.unicodeScalars)
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    let end = cursor.place + scalars[cursor.place...].prefix(while: isWord).count
    let line = scalars[..<end].split(separator: "\n", omittingEmptySubsequences: false).last ?? []
    return line.split { !isWord($0) }.reversed().map {
      String(String.UnicodeScalarView($0))
    }
  }
}
