internal import Reports

/// Which cells were run.
struct HistoryRequest: ShellRequest {
  static let type = "history_request"

  /// Whether results are wanted too.
  let output: Bool?
  /// How they are chosen: `tail`, `range` or `search`.
  let access: String
  /// For a range: which session; 0 is this one, and −1 the one before it.
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
        desk.history.range(of: session, from: start ?? 1, before: stop)
      case "search":
        desk.history.search(pattern ?? "*", unique: unique ?? false, count: count)
      default: [CellHistory.Recalled]()
      }
    let entries = found.map { found -> JSONValue in
      let input = JSONValue.text(found.cell.input)
      return [
        .integer(found.session), .integer(found.cell.number),
        output == true ? [input, JSONValue(found.cell.output)] : input,
      ]
    }
    return ["status": "ok", "history": .array(entries)]
  }
}
