import Catalogue
import Evolution
import Networks
import Testing

struct PolicyTests {
  private func network(_ arguments: [String: Argument] = [:]) throws -> Network {
    try NetworkPlan(shape: Shape(hidden: [30, 20]), arguments: Arguments(arguments))
      .build(inputs: 40, classes: 3, seed: 1)
  }

  @Test func staticChangesNothing() throws {
    let before = try network()
    var after = before
    #expect(try Policies.make(Call("static")).evolve(&after, epoch: 1, seed: 1).isEmpty)
    #expect(after.layers.map(\.weights) == before.layers.map(\.weights))
  }

  @Test func denseLayersNeverEvolve() throws {
    for arguments: [String: Argument] in [["sparse": .call(Call("none"))], [:]] {
      let before = try network(arguments)
      var after = before
      let layers = try Policies.make(Call("set")).evolve(&after, epoch: 1, seed: 1).map(\.layer)
      #expect(layers == (arguments.isEmpty ? [1, 2] : []))
      #expect(after.layers[2].weights == before.layers[2].weights)
      #expect((after.layers[0].weights == before.layers[0].weights) == !arguments.isEmpty)
    }
  }

  @Test func biasesAndTrainedParametersStay() throws {
    let before = try network(["activation": .call(Call("srelu"))])
    var after = before
    _ = try Policies.make(Call("set")).evolve(&after, epoch: 1, seed: 1)
    #expect(after.layers.map(\.bias) == before.layers.map(\.bias))
    #expect(after.layers.map(\.activation.trained) == before.layers.map(\.activation.trained))
  }
}
