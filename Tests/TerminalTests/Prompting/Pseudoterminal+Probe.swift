import TestSupport
import Testing

extension Pseudoterminal {
  /// Starts a prompt over a session that knows no language (Tests/PromptProbe), where an input goes
  /// on while brackets are open, and waits for its first prompt.
  ///
  /// - Parameter history: The history file; by default none.
  static func probe(
    history: String = "", columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws -> Pseudoterminal {
    let environment = ["SPARSESH_HISTORY": history, "NO_COLOR": "1"].merging(environment) { $1 }
    let terminal = try Pseudoterminal(
      BuiltProducts.path(of: "PromptProbe"), environment: environment, columns: columns, rows: rows)
    try terminal.expect("probe of the prompt\nIn [1]: ")
    return terminal
  }

  /// Ends the program as a user does, and expects it to leave in order.
  func leave() throws {
    try expectEditing()
    try send(control: "d")
    #expect(try exitCode() == 0)
  }
}
