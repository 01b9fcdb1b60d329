import Terminal
import Testing

struct PromptTextTests {
  @Test(arguments: [(1, "   ...: "), (10, "    ...: "), (100, "     ...: ")])
  func `further lines begin below the first`(_ input: Int, _ continuation: String) {
    let prompt = PromptText(input: input)
    #expect(prompt.first == "In [\(input)]: ")
    #expect(prompt.continuation == continuation)
    #expect(prompt.first.count == continuation.count)
  }
}
