import Catalogue
import Evolution
import Foundation
import Networks
import Sparse
import TestSupport
import Training
import Testing

/// Whole trainings with every registered policy.
struct EveryPolicyRunTests {
  static let names = Policies.all.map { $0.about.name }

  /// A call with other arguments than the defaults, where the policy has these keys.
  private func call(_ name: String) throws -> Argument {
    let about = try #require(Policies.all.first { $0.about.name == name }?.about)
    let others: [String: Argument] = [
      "zeta": 0.25, "regrow": .name("uniform_fan_out"), "forbid_removed": true,
      "activations": .name("pre"), "samples": 50,
    ]
    return .call(Call(name, Arguments(others.filter { about.parameter($0.key) != nil })))
  }

  @Test(arguments: names, Fidelity.allCases)
  func threadsDoNotShow(name: String, fidelity: Fidelity) throws {
    // So many steps that a policy which evolves at every 100th does so too.
    let runs = try [1, 2, 3].map { threads in
      try Clusters.trainer(
        [
          "policy": .call(name), "threads": .number(Double(threads)), "epochs": 3, "batch": 4,
          "lr": 0.002, "fidelity": .name(fidelity.rawValue),
        ], network: ["dropout": 0.2]
      ).run()
    }
    #expect(Set(runs.map(\.digest)).count == 1)
    #expect(runs.allSatisfy { $0.completed && $0.parameters == runs[0].parameters })
    #expect(runs[0].evolutionRecords.isEmpty == (name == "static"))
  }

  @Test(arguments: names) func aSavedNetworkNamesItsPolicy(name: String) throws {
    let run = try Clusters.trainer(["policy": call(name), "epochs": 2]).run()
    for ending in ["npz", "safetensors"] {
      let back = try TemporaryFolder.with { folder in
        let path = folder.appending(path: "net.\(ending)").path
        try SavedNetwork(run).save(to: path)
        return try SavedNetwork.load(from: path)
      }
      #expect(back.metadata["policy"] == run.settings.policyCall.description)
      #expect(back.network.layers.map(\.weights) == run.network.layers.map(\.weights))
    }
    if name.hasPrefix("co") {
      #expect(run.settings.policyCall.description.contains("activations=pre"))
      #expect(run.settings.policyCall.description.contains("samples=50"))
    }
  }

  /// What evolutions take for a while is said beforehand.
  @Test func comparingNeuronsTakesMemoryThatIsStated() throws {
    func working(_ policy: Call, epochs: Argument = 2) throws -> UInt64 {
      try Clusters.trainer(["policy": .call(policy), "epochs": epochs], hidden: [600, 700])
        .memory.working
    }
    let set = try working(Call("set")), corset = try working(Call("corset"))
    let codaset = try working(Call("codaset"))
    // A row of 200 samples for each of 1,300 neurons, and one more for what they sum up, where that is
    // asked for; all cells besides, with their bounds and what is rounded to bytes, but not each connection.
    let row = UInt64(4 * Panel.stride(capacity: 200))
    #expect(corset > set + row * 1300 && corset < set + 2 * row * 1300)
    let sums = try working(Call("corset", Arguments(["activations": .name("pre")])))
    #expect(sums == corset + row * 1300)
    let (cells, connections) = (20 * 600 + 600 * 700, 20 * 600 + 20 * 1300)
    let bounds = 3 * 600 * 700 + 2 * (1024 + 64) * (20 + 600 + 700 + 4)
    #expect(codaset - corset == UInt64(4 * cells + 24 * 20 * 1300 - 4 * connections + bounds))
    #expect(try working(Call("set_pooled")) == set)
    // The last epoch is not followed by an evolution.
    #expect(try working(Call("codaset"), epochs: 1) == working(Call("set"), epochs: 1))
  }
}
