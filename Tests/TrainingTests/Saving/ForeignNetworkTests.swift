import Catalogue
import Datasets
import Foundation
import Networks
import Sparse
import TestSupport
import Testing
import Training

/// Networks that NumPy and SciPy wrote, and what they are saved as for yet other programs.
/// `SPARSESH_RECORD=1` records those files anew; `scripts/check-networks` then has the other programs
/// read them.
struct ForeignNetworkTests {
  @Test(arguments: ForeignNetwork.names)
  func itPredictsAsNumPyDoes(name: String) throws {
    let network = try ForeignNetwork(name)
    try expectLogits(of: network.saved, network)
  }

  @Test(arguments: ForeignNetwork.names, ["npz", "safetensors"])
  func itComesBackFromAFileOfOurs(name: String, ending: String) throws {
    let network = try ForeignNetwork(name)
    let back = try TemporaryFolder.with { folder in
      let path = folder.appending(path: "net.\(ending)").path
      try network.saved.save(to: path)
      return try SavedNetwork.load(from: path)
    }
    for (a, b) in zip(network.saved.network.layers, back.network.layers) {
      #expect(a.weights == b.weights && a.bias == b.bias)
      #expect(a.activation.call.description == b.activation.call.description)
    }
    #expect(back.featureNames == network.saved.featureNames)
    #expect(back.classNames == network.saved.classNames)
    try expectLogits(of: back, network)
  }

  private func expectLogits(of saved: SavedNetwork, _ network: ForeignNetwork) throws {
    let found = try saved.predictions(on: network.dataset)
    let classes = network.logits[0].count
    #expect(found.scores.count == network.logits.count * classes)
    for (index, expected) in network.logits.enumerated() {
      for (score, wanted) in zip(found.scores[(index * classes)...], expected) {
        #expect(abs(Double(score) - wanted) < 1e-5)
      }
      let best = try #require(expected.max())
      #expect(expected[Int(found.classes[index])] == best)
    }
  }

  @Test(arguments: ForeignNetwork.names)
  func itsGraphOfOperatorsIsTheOneThatONNXRuntimeRan(name: String) throws {
    try expectRecorded("\(name).onnx", ForeignNetwork(name).saved)
  }

  @Test(arguments: ["srelu.csv", "srelu.graphml", "linear.csv", "linear.graphml"])
  func itsConnectionsAreThoseRecorded(file: String) throws {
    try expectRecorded(file, ForeignNetwork(String(file.prefix { $0 != "." })).saved)
  }

  private func expectRecorded(_ file: String, _ saved: SavedNetwork) throws {
    let recorded = ForeignNetwork.folder.appending(path: file)
    if GoldenFile.isRecording { try saved.save(to: recorded.path) }
    let now = try TemporaryFolder.with { folder in
      let url = folder.appending(path: file)
      try saved.save(to: url.path)
      return try Data(contentsOf: url)
    }
    let before = try Data(contentsOf: recorded)
    #expect(now == before, "`\(file)` is not as it was recorded")
  }

  /// So that a new activation is not forgotten in the formats for other programs.
  @Test func everyActivationIsAmongThem() {
    #expect(Set(ForeignNetwork.names) == Set(Activations.all.map { $0.about.name }))
  }

  @Test func rowsInAnyOrderAreTheSameMatrix() throws {
    let (sorted, shuffled) = (try ForeignNetwork("relu"), try ForeignNetwork("leaky_relu"))
    for saved in [sorted.saved, shuffled.saved] {
      guard case .sparse(let matrix) = saved.network.layers[0].weights else {
        Issue.record("the first layer is sparse")
        continue
      }
      matrix.checkInvariants()
      #expect(matrix.nonzeros == 21)
    }
  }

  @Test func whatIsAbsentHasDefaults() throws {
    let saved = try ForeignNetwork("linear").saved
    #expect(saved.featureNames == ["x0", "x1", "x2", "x3", "x4"])
    #expect(saved.scaling == .identity(width: 5))
    #expect(saved.network.layers.allSatisfy { $0.bias == nil })
    #expect(saved.network.layers.allSatisfy { $0.weights.velocity.allSatisfy { $0 == 0 } })
    #expect(try ForeignNetwork("tanh").saved.classNames == ["0", "1", "2"])
  }
}
