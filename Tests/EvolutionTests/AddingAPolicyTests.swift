import Catalogue
import Evolution
import Foundation
import Networks
import Sparse
import Testing

/// The page that shows how a policy is added, and the policy that it shows.
struct AddingAPolicyTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  @Test func thePageShowsTheFileThatIsCompiled() throws {
    let page = try String(
      contentsOf: Self.folder.deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/adding-a-policy.md"), encoding: .utf8)
    let source = try String(
      contentsOf: Self.folder.appending(path: "Examples/ThresholdEvolution.swift"), encoding: .utf8)
    #expect(
      page.contains("```swift\n\(source)```\n"), "copy ThresholdEvolution.swift into the page")
  }

  @Test func theExampleIsHeldToWhatHoldsOfAll() {
    #expect(PolicyUnderTest.all.contains { $0.type == ThresholdEvolution.self })
    #expect(PolicyUnderTest.all.count == Policies.all.count + PolicyUnderTest.examples.count)
  }

  @Test(arguments: [0, 0.03, 0.1, 10]) func itRemovesWhatIsBelowTheThreshold(below: Double) throws {
    let before = try EvolvedNetwork(hidden: [30, 20], inputs: 25, density: 0.3, seed: 1)
    let policy = try ThresholdEvolution(
      Arguments(of: ThresholdEvolution.about, ["below": .number(below)]))
    for evolution in before.evolved(by: policy).evolutions {
      let weights = before.network.layers[evolution.layer - 1].weights.values
      #expect(evolution.count == weights.count { abs($0) < Float(below) })
    }
  }
}
