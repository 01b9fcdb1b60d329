import Terminal
import Testing

struct TerminalWidthTests {
  @Test func `without a terminal COLUMNS decides`() {
    #expect(TerminalWidth.columns(of: -1, environment: ["COLUMNS": "132"]) == 132)
  }

  @Test(arguments: [[:], ["COLUMNS": ""], ["COLUMNS": "-3"], ["COLUMNS": "0"], ["COLUMNS": "wide"]])
  func `without a usable number it is the usual width`(_ environment: [String: String]) {
    #expect(TerminalWidth.columns(of: -1, environment: environment) == TerminalWidth.usual)
  }

  @Test func `an absurd width is bounded`() {
    let environment = ["COLUMNS": "99999999999"]
    #expect(TerminalWidth.columns(of: -1, environment: environment) == 10_000)
  }
}
