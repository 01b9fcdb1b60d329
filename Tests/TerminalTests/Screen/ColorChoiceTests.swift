import Terminal
import Testing

struct ColorChoiceTests {
  @Test func `auto colours on a terminal only`() {
    let environment = ["TERM": "xterm"]
    #expect(ColorChoice.auto.colors(terminal: true, environment: environment))
    #expect(!ColorChoice.auto.colors(terminal: false, environment: environment))
  }

  @Test func `always and never look at nothing`() {
    #expect(ColorChoice.always.colors(terminal: false, environment: ["NO_COLOR": "1"]))
    #expect(!ColorChoice.never.colors(terminal: true, environment: ["TERM": "xterm"]))
  }

  @Test(arguments: [
    ["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": ""], [:],
  ])
  func `auto does not colour where it is not wanted or not understood`(
    _ environment: [String: String]
  ) {
    #expect(!ColorChoice.auto.colors(terminal: true, environment: environment))
  }

  @Test func `an empty NO_COLOR counts as none`() {
    let environment = ["TERM": "xterm", "NO_COLOR": ""]
    #expect(ColorChoice.auto.colors(terminal: true, environment: environment))
  }

  @Test func `a descriptor that is no terminal is not coloured`() {
    #expect(!ColorChoice.auto.colors(-1, environment: ["TERM": "xterm"]))
    #expect(ColorChoice.always.colors(-1, environment: [:]))
  }

  @Test func `choices are spelled as users write them`() {
    #expect(ColorChoice.allCases.map(\.rawValue) == ["auto", "always", "never"])
  }
}
