internal import Reports

/// Run a cell.
struct ExecuteRequest: ShellRequest {
  static let type = "execute_request"

  /// The reply to a cell that is not run because one before it failed.
  static let aborted: JSONValue = [
    "status": "error", "ename": "Aborted", "evalue": "not run, since a cell before it failed",
    "traceback": [], "user_expressions": .object([]), "payload": [],
  ]

  /// The cell.
  let code: String
  /// Whether nothing is to be shown, counted or kept in the history.
  let silent: Bool
  /// Whether it is counted and kept in the history.
  let storesHistory: Bool
  /// Expressions to evaluate after it, by the names of their results.
  let expressions: [String: String]
  /// Whether requests that wait are given up if it fails.
  let stopsOnError: Bool

  enum CodingKeys: String, CodingKey {
    case code, silent
    case storesHistory = "store_history"
    case expressions = "user_expressions"
    case stopsOnError = "stop_on_error"
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    code = try values.decode(String.self, forKey: .code)
    silent = try values.decodeIfPresent(Bool.self, forKey: .silent) ?? false
    storesHistory = try values.decodeIfPresent(Bool.self, forKey: .storesHistory) ?? true
    expressions =
      try values.decodeIfPresent([String: String].self, forKey: .expressions) ?? [:]
    stopsOnError = try values.decodeIfPresent(Bool.self, forKey: .stopsOnError) ?? true
  }

  func reply(to message: IncomingMessage, at desk: Desk) -> JSONValue? {
    let done = desk.execute(
      code, for: message, isSilent: silent, isKept: storesHistory && !silent)
    if let failure = done.failure {
      if stopsOnError { desk.askToStop() }
      return .object(
        [.init("status", "error"), .init("execution_count", .integer(done.count))]
          + failure.members + [.init("user_expressions", .object([])), .init("payload", [])])
    }
    let values = expressions.sorted { $0.key < $1.key }.map { name, text in
      JSONValue.Member(name, desk.value(of: text))
    }
    return [
      "status": "ok", "execution_count": .integer(done.count), "payload": .array(done.payload),
      "user_expressions": .object(values),
    ]
  }
}
