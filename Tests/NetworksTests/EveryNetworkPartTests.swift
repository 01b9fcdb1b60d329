import Catalogue
import Networks
import Sparse
import Testing

/// What holds of everything registered in this target.
struct EveryNetworkPartTests {
  static let families: [(Category, [About])] = [
    (.sparsity, Sparsities.all.map { $0.about }),
    (.activation, Activations.all.map { $0.about }),
    (.initialiser, Initialisers.all.map { $0.about }),
    (.optimizer, Optimizers.all.map { $0.about }),
  ]

  @Test(arguments: families)
  func describesItself(category: Category, abouts: [About]) {
    #expect(Set(abouts.map(\.name)).count == abouts.count)
    for about in abouts {
      #expect(about.category == category)
      #expect(!about.summary.isEmpty && !about.summary.hasSuffix("."))
      #expect(!about.examples.isEmpty)
      for parameter in about.parameters {
        #expect(!parameter.summary.isEmpty && !parameter.summary.hasSuffix("."))
      }
    }
  }

  @Test func everyNameBuildsWithDefaults() throws {
    for type in Sparsities.all {
      let sparsity = try Sparsities.make(Call(type.about.name))
      let count = sparsity.connections(rows: 30, columns: 20)
      #expect(count.map { (1...600).contains($0) } ?? (type.about.name == "none"))
    }
    for type in Activations.all {
      // The call is what a saved network is loaded by, so it must hold every argument.
      let call = try Activations.make(Call(type.about.name)).call
      #expect(call.name == type.about.name)
      #expect(call.arguments.names == type.about.parameters.map(\.name).sorted())
    }
    for type in Initialisers.all {
      let distribution = try Initialisers.make(Call(type.about.name))
        .distribution(fanIn: 30, fanOut: 20)
      #expect(WeightDistribution(distribution.description) == distribution)
    }
    for type in Optimizers.all {
      let step = try Optimizers.make(Call(type.about.name))
        .step(rate: 0.5, momentum: 0.25, decay: 0.125)
      #expect([step.rate, step.momentum, step.decay] == [0.5, 0.25, 0.125])
    }
  }

  @Test func anOptimizersOwnArgumentsGoFirst() throws {
    let step = try Optimizers.make(Call("sgd", Arguments(["lr": 2, "weight_decay": 1])))
      .step(rate: 0.5, momentum: 0.25, decay: 0.125)
    #expect([step.rate, step.momentum, step.decay] == [2, 0.25, 1])
  }
}
