import Catalogue
import Networks
import Testing

struct NetworkPlanTests {
  private func plan(
    _ shape: Shape, _ arguments: [String: Argument] = [:]
  ) throws -> NetworkPlan {
    try NetworkPlan(shape: shape, arguments: Arguments(arguments))
  }

  @Test func countsTheConnectionsOfThePaper() throws {
    let plan = try plan(Shape(hidden: [1000, 1000, 1000]))
    #expect(try plan.connections(inputs: 617, classes: 26) == 138_340)
    let network = try plan.build(inputs: 617, classes: 26, seed: 1)
    #expect(network.parameters == 138_340)
    #expect(network.layers.map(\.nonzeros) == [32_340, 40_000, 40_000, 26_000])
    #expect(network.layers.map(\.isSparse) == [true, true, true, false])
  }

  @Test func countsTheConnectionsOfLiSET() throws {
    let plan = try plan(
      Shape(hidden: [300, 100]), ["sparse": .call("epsilon", ["epsilon": 4.5])])
    #expect(try plan.connections(inputs: 784, classes: 10) - 1000 == 6678)
  }

  @Test func capsEpsilonAtAllCells() throws {
    let layers = try plan(Shape(hidden: [3])).layers(inputs: 4, classes: 2)
    #expect(layers.map(\.connections) == [12, nil])
    #expect(layers[0].density == 1)
  }

  @Test(arguments: [
    ("density", ["density": Argument.number(0.05)]), ("sparsity", ["sparsity": .number(0.95)]),
  ])
  func sharesRoundToWholeConnections(name: String, arguments: [String: Argument]) throws {
    let plan = try plan(Shape(hidden: [30]), ["sparse": .call(name, arguments)])
    #expect(try plan.layers(inputs: 21, classes: 2)[0].connections == 32)
  }

  @Test func sparseOutputIsSparse() throws {
    let layers = try plan(Shape(hidden: [50]), ["output": .name("sparse")])
      .layers(inputs: 100, classes: 30)
    #expect(layers.allSatisfy { $0.connections != nil })
  }

  @Test func noneIsDense() throws {
    let network = try plan(Shape(hidden: [5]), ["sparse": .call("none")])
      .build(inputs: 4, classes: 3, seed: 1)
    #expect(network.layers.allSatisfy { !$0.isSparse })
    #expect(network.parameters == 35)
    #expect(network.density == 1)
  }

  @Test func endsMustFitTheData() throws {
    let both = try plan(Shape(input: 617, hidden: [10], output: 26))
    #expect(throws: NetworkError.inputs(shape: 617, data: 500)) {
      try both.layers(inputs: 500, classes: 26)
    }
    #expect(throws: NetworkError.outputs(shape: 26, data: 2)) {
      try both.layers(inputs: 617, classes: 2)
    }
  }

  @Test(arguments: [0, -3, 1 << 31, 1_000_000_000_000, Int.max])
  func widthsOutOfRangeAreRefused(width: Int) throws {
    let plan = try plan(Shape(hidden: [width]))
    #expect(throws: NetworkError.width(width)) { try plan.layers(inputs: 10, classes: 2) }
    #expect(throws: NetworkError.width(width)) { try plan.build(inputs: 10, classes: 2, seed: 1) }
  }

  @Test func connectionsBeyondTheIndexAreRefused() throws {
    let wide = try plan(Shape(hidden: [2_000_000_000, 2_000_000_000]))
    #expect(throws: NetworkError.self) { try wide.build(inputs: 10, classes: 2, seed: 1) }
    let dense = try plan(Shape(hidden: [100_000]), ["sparse": .call("none")])
    #expect(throws: NetworkError.connections(layer: 1, rows: 100_000, columns: 100_000)) {
      try dense.layers(inputs: 100_000, classes: 2)
    }
  }

  @Test func errorsSayWhatAndWhere() {
    let error = NetworkError.inputs(shape: 784, data: 617)
    #expect(error.code.id == "E0513")
    #expect(error.message == "the shape begins with 784 inputs, but the data has 617 features")
    #expect(error.hint == "write `in` as the first width to take it from the data")
    #expect(error.place == .subject)
  }

  @Test func describesItselfAsAScriptWould() throws {
    let shape = Shape(input: 784, hidden: [1000, 1000, 1000, 300], output: 10)
    #expect(shape.description == "784-1000*3-300-10")
    #expect(Shape(hidden: []).description == "in-out")
    #expect(
      try plan(Shape(hidden: [30])).description
        == "in-30-out sparse=epsilon(20) activation=relu dropout=0 init=he output=dense "
        + "bias=true fan=dense")
  }

  @Test func aLongChainOfLayersDoesNotOverflow() throws {
    let plan = try plan(Shape(hidden: Array(repeating: 1 << 30, count: 1000)))
    #expect(throws: NetworkError.self) { try plan.memory(inputs: 1, classes: 1, batch: 1) }
  }
}
