internal import Reports

/// Which cells were run.
struct HistoryRequest: ShellRequest {
  static let type = "history_request"

  /// Whether results are wanted too.
  let output: Bool?
  /// How they are chosen: `tail`, `range` or `search`.
  let access: String
  /// For a range: which session; 0 is this one, and there is no other.
  let session: Int?
  /// For a range: the first number.
  let start: Int?
  /// For a range: the number before which it ends; nil for no end.
  let stop: Int?
  /// For the tail and a search: how many at most, the last ones.
  let count: Int?
  /// For a search: a pattern with `*`, `?` and `[…]` that the whole cell matches.
  let pattern: String?
  /// For a search: whether equal cells are told once.
  let unique: Bool?

  enum CodingKeys: String, CodingKey {
    case output, session, start, stop, pattern, unique
    case access = "hist_access_type"
    case count = "n"
  }

  func reply(to message: IncomingMessage, at desk: Desk) -> JSONValue? {
    let found =
      switch access {
      case "tail": desk.history.tail(count)
      case "range":
        [nil, 0, CellHistory.session].contains(session)
          ? desk.history.range(from: start ?? 1, before: stop) : []
      case "search":
        desk.history.search(pattern ?? "*", unique: unique ?? false, count: count)
      default: [CellHistory.Entry]()
      }
    let entries = found.map { entry -> JSONValue in
      let input = JSONValue.text(entry.input)
      return [
        .integer(CellHistory.session), .integer(entry.number),
        output == true ? [input, JSONValue(entry.output)] : input,
      ]
    }
    return ["status": "ok", "history": .array(entries)]
  }
}
