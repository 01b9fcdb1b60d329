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

  @Test func `JSON has every connection of a layer that is too large to show`() throws {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "step.json")
      let program = """
        net = network 60-60-3 sparse=density(10%)
        step = evolve net policy=set(zeta=30%) seed=1
        report step to="\(file.path)"
        """
      let result = try Command.run("-e", program)
      #expect(result.exitCode == 0, "\(result.errors)")
      let text = try String(contentsOf: file, encoding: .utf8)
      let changes = text.matches(of: /"(removed|added)"/).map { String($0.1) }
      #expect(changes.count > 200)
      #expect(changes.count { $0 == "added" } * 2 == changes.count)
    }
  }

  /// Five of six features say nothing, so that too few empty cells have a similarity.
  @Test func `what came by chance is not said to have come by its score`() throws {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "six.csv")
      let rows = (0..<40).map { "\($0 % 7),0,0,0,0,0,\($0 % 2 == 0 ? "a" : "b")" }
      try rows.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
      let program = """
        six = data "\(file.path)" test="\(file.path)" scale=none
        net = network in-4-out sparse=density(50%)
        step = evolve net data=six policy=codaset(zeta=50%) seed=2
        """
      let result = try Command.run("-e", program)
      #expect(result.exitCode == 0, "\(result.errors)")
      // One cell has a similarity: the only feature that says anything had one free.
      let text = result.output.replacing("\n", with: " ")
      #expect(text.contains("similarity, 1 or more, and 4 drawn at random, since no others"))
    }
  }

  @Test func `the public code's ways of LiSET are told as such`() throws {
    let program = """
      mad = data madelon features=12 samples=200 test_samples=50 informative=4 redundant=2 clusters=2 generate=true
      net = network in-8-out sparse=density(40%)
      first = train net data=mad policy=liset(zeta=50%) fidelity=code epochs=1 batch=50
      step = evolve first
      """
    let result = try Command.run("-e", program)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("the empty cells with the largest weight of the input"))
  }

  @Test func `text and Markdown hold the picture`() throws {
    for name in ["step.txt", "step.md"] {
      #expect(try written(name).contains("      1  · · − · −    + · + · ·\n"))
    }
  }
}
