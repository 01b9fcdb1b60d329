import Foundation
import TestSupport
import Testing

/// What `evolve` shows can be written into a file of every form.
struct EvolveReportTests {
  private static let program = """
    net = network 6-5-3 sparse=density(40%)
    step = evolve net policy=set(zeta=50%) seed=3

    """

  private func written(_ name: String) throws -> String {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: name)
      let result = try Command.run("-e", Self.program + "report step to=\"\(file.path)\"")
      #expect(result.exitCode == 0, "\(result.errors)")
      return try String(contentsOf: file, encoding: .utf8)
    }
  }

  @Test(arguments: ["step.html", "step.svg"])
  func `drawings tell of each connection why`(_ name: String) throws {
    let text = try written(name)
    let titles = text.matches(of: /<title>(input \d.*?)<\/title>/).map { String($0.1) }
    // Six that stay, drawn on both sides; six that go, six that come.
    #expect(titles.count == 24)
    #expect(titles.count { $0.contains(" goes, ") } == 6)
    #expect(
      titles.contains(
        "input 1 → output 2 goes, weight -0.4635; nearer to zero than the threshold -0.6397"))
    #expect(titles.contains("input 0 → output 4 comes, weight -0.8488; probability 0.25"))
  }

  @Test func `a table for programs is one table`() throws {
    let lines = try written("step.csv").split(separator: "\r\n")
    #expect(lines.count == 13)
    #expect(lines[0] == "step,layer,change,input,output,weight,judged by,score,threshold")
  }

  @Test func `text and Markdown hold the picture`() throws {
    for name in ["step.txt", "step.md"] {
      #expect(try written(name).contains("      1  · · − · −    + · + · ·\n"))
    }
  }
}
