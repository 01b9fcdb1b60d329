import Catalogue
import Testing

@Suite struct SpellingTests {
  let policies = ["codaset", "codacorset", "copaset", "corset", "liset", "rigl", "set", "static"]

  @Test(arguments: [
    ("codacorest", "codacorset"), ("SET", "set"), ("ste", "set"), ("statik", "static"),
    ("rgil", "rigl"),
  ])
  func `a slip finds its name`(typed: String, meant: String) {
    #expect(Spelling.nearest(to: typed, among: policies) == meant)
  }

  @Test(arguments: ["", "xyz", "momentum", "q", String(repeating: "set", count: 1000)])
  func `what is like nothing finds nothing`(typed: String) {
    #expect(Spelling.nearest(to: typed, among: policies) == nil)
  }

  @Test func `a name is not its own suggestion`() {
    #expect(Spelling.nearest(to: "set", among: ["set"]) == nil)
  }
}
