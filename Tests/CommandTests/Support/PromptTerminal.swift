import TestSupport
import Testing

/// The prompt of the real `sparsesh` on a terminal, as a user meets it.
enum PromptTerminal {
  /// Opens it and waits for the first `In`. There is no history unless a file is given.
  static func open(
    _ arguments: [String] = [], history: String = "", environment: [String: String] = [:],
    columns: Int = 100, rows: Int = 40
  ) throws -> Pseudoterminal {
    let environment = ["SPARSESH_HISTORY": history, "NO_COLOR": "1"].merging(environment) { $1 }
    let terminal = try Pseudoterminal(
      BuiltProducts.path(of: "sparsesh"), arguments, environment: environment, columns: columns,
      rows: rows)
    try terminal.expect("In [1]: ")
    return terminal
  }

  /// Ends it as a user does, and expects it to leave in order.
  static func leave(_ terminal: Pseudoterminal) throws {
    try terminal.expectEditing()
    try terminal.send(control: "d")
    #expect(try terminal.exitCode() == 0)
  }

  /// Three statements that make data and a small network: inputs 1 and 2.
  static func prepareTraining(_ terminal: Pseudoterminal) throws {
    try terminal.send("s = data spirals samples=100\r")
    try terminal.expect("s: dataset spirals: ")
    try terminal.expect("In [2]: ")
    try terminal.send("net = network in-16-out sparse=density(50%)\r")
    try terminal.expect("net: network in-16-out")
    try terminal.expect("In [3]: ")
  }
}
