import Catalogue
import Datasets
import Foundation
import Networks
import Sparse
import TestSupport
import Training
import Testing

struct SavedNetworkTests {
  static let activations: [Argument] = [
    .call("relu"), .call("srelu"), .call("leaky_relu", ["slope": 0.125]),
    .call("all_relu", ["alpha": 0.3]), .call("tanh"), .call("sigmoid"), .call("linear"),
  ]

  @Test(arguments: activations, ["safetensors", "npz"])
  func comesBackWhole(activation: Argument, ending: String) throws {
    let run = try Clusters.trainer(
      ["epochs": 2], network: ["activation": activation, "dropout": 0.25]
    ).run()
    let saved = SavedNetwork(run, script: "first = train net\n# näive \"quotes\"")
    let back = try TemporaryFolder.with { folder in
      let path = folder.appending(path: "net.\(ending)").path
      try saved.save(to: path)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
      return try SavedNetwork.load(from: path)
    }
    for (a, b) in zip(saved.network.layers, back.network.layers) {
      #expect(a.weights == b.weights)
      #expect(a.bias == b.bias)
      #expect(a.activation.trained == b.activation.trained)
      #expect(a.activation.call.description == b.activation.call.description)
      #expect(a.distribution == b.distribution)
    }
    #expect(back.network.dropout == 0.25)
    #expect(back.scaling == saved.scaling)
    #expect(back.classNames == saved.classNames && back.featureNames == saved.featureNames)
    #expect(back.metadata["script"] == saved.metadata["script"])
    #expect(back.metadata["seed"] == "1" && back.metadata["epochs"] == "2")
    #expect(try back.evaluate(on: Clusters.dataset().test) == run.test)
  }

  @Test(arguments: [
    ["sparse": Argument.call("none")], ["output": .name("sparse")], ["bias": false],
  ])
  func everyKindOfLayerComesBack(network: [String: Argument]) throws {
    let run = try Clusters.trainer(["epochs": 1], network: network).run()
    for ending in ["npz", "safetensors"] {
      let back = try TemporaryFolder.with { folder in
        let path = folder.appending(path: "a.b.\(ending)").path
        try SavedNetwork(run).save(to: path)
        return try SavedNetwork.load(from: path)
      }
      #expect(back.network.layers.map(\.weights) == run.network.layers.map(\.weights))
      #expect(back.network.layers.map(\.bias) == run.network.layers.map(\.bias))
    }
  }

  @Test func savingTwiceGivesTheSameBytes() throws {
    let saved = SavedNetwork(try Clusters.trainer(["epochs": 1]).run())
    try TemporaryFolder.with { folder in
      for ending in ["npz", "safetensors", "csv"] {
        let files = ["a", "b"].map { folder.appending(path: "\($0).\(ending)") }
        for file in files { try saved.save(to: file.path) }
        #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
      }
    }
  }

  @Test func edgesAreListed() throws {
    let run = try Clusters.trainer(["epochs": 0]).run()
    let lines = try TemporaryFolder.with { folder in
      let file = folder.appending(path: "net.csv")
      try SavedNetwork(run).save(to: file.path)
      return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    }
    #expect(lines[0] == "layer,input,output,weight")
    #expect(lines.count == run.parameters + 1)
    guard case .sparse(let matrix) = run.network.layers[0].weights else { return }
    let first = matrix.cells()[0]
    #expect(lines[1] == "1,\(first.row),\(first.column),\(matrix.values[0])")
  }

  @Test func pathsThatCannotBeAreErrors() throws {
    let saved = SavedNetwork(try Clusters.trainer(["epochs": 0]).run())
    #expect(throws: SavingError.format(path: "net.txt", loading: false)) {
      try saved.save(to: "net.txt")
    }
    #expect(throws: SavingError.format(path: "net", loading: true)) {
      try SavedNetwork.load(from: "net")
    }
    #expect(throws: SavingError.format(path: "a.csv", loading: true)) {
      try SavedNetwork.load(from: "a.csv")
    }
    try TemporaryFolder.with { folder in
      let missing = folder.appending(path: "none/net.npz").path
      let error = #expect(throws: SavingError.self) { try saved.save(to: missing) }
      #expect(error?.code.id == "E0652" && error?.place == .key("to"))
      #expect(throws: SavingError.self) { try SavedNetwork.load(from: missing) }
      let directory = folder.appending(path: "dir.npz")
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      #expect(throws: SavingError.self) { try saved.save(to: directory.path) }
      #expect(throws: SavingError.self) { try SavedNetwork.load(from: directory.path) }
      // Nothing half-written stays behind.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["dir.npz"])
    }
  }
}
