import Catalogue
import Evolution
import Networks
import Sparse
import Testing
import Training

/// Skip layers and growth by gradient against `scripts/reference/skip_and_gradient.py`.
struct SkipOracleTests {
  private struct Trained: Decodable {
    let weights: [Double]
    let bias: [Double]
  }

  private struct SkipCase: Decodable {
    struct Skip: Decodable {
      let layer: Int
      let weights: [Float]
      let bias: [Float]
    }
    struct Settings: Decodable {
      let batch: Int
      let rate: Float
      let momentum: Float
      let decay: Float
    }
    struct Batch: Decodable {
      let loss: Double
      let correct: Int
    }
    struct Growth: Decodable {
      let layer: Int
      let gamma: Double
      let form: String
      let weights: [Double]
    }

    let widths: [Int]
    let slope: Double
    let features: [Float]
    let labels: [Int32]
    let layers: [OracleLayer]
    let skips: [Skip]
    let settings: Settings
    let present: [[Bool]]
    let batches: [Batch]
    let final: [Trained]
    let final_skips: [Trained]
    let growth: [Growth]
  }

  private struct GradientCase: Decodable {
    struct Rewired: Decodable {
      let step: Int
      let layer: Int
      let removed: [[Int32]]
      let added: [[Int32]]
    }

    let widths: [Int]
    let slope: Double
    let features: [Float]
    let labels: [Int32]
    let layers: [OracleLayer]
    let steps: Int
    let alpha: Double
    let until: Double
    let gradients: [[Double]]
    let rewirings: [Rewired]
  }

  private func leaky(_ slope: Double) -> Call {
    Call("leaky_relu", Arguments(["slope": .number(slope)]))
  }

  @Test(arguments: [1, 2, 3]) func skipLayersTrainAsTheOraclesDo(threads: Int) throws {
    let expected = try Oracle.read("small-liset", as: SkipCase.self)
    var network = try expected.layers.network(expected.widths, activation: leaky(expected.slope))
    let classes = network.classes
    var skips = SkipLayers(
      expected.skips.map {
        SkipLayer(
          layer: $0.layer,
          weights: DenseMatrix(
            rows: $0.weights.count / classes, columns: classes, values: $0.weights),
          bias: TrainedVector("bias", $0.bias))
      }, by: SkipPlan(dropout: 0.5))
    let settings = expected.settings
    let workspace = Workspace(for: network, capacity: settings.batch)
    let scratch = SkipWorkspace(for: skips, of: network, capacity: settings.batch)
    let features = Features(expected.features, width: network.inputs)
    let engine = Engine(threads: threads)
    for (index, batch) in expected.batches.enumerated() {
      let samples = Array(index * settings.batch..<(index + 1) * settings.batch)
      let result = network.train(
        features: features, labels: expected.labels, indices: samples[...],
        step: MomentumStep(
          rate: settings.rate, momentum: settings.momentum, decay: settings.decay),
        dropout: nil, workspace: workspace, skips: &skips, present: expected.present[index],
        scratch: scratch, engine: engine)
      #expect(abs(result.loss / batch.loss - 1) < 1e-5)
      #expect(result.correct == batch.correct)
    }
    for (layer, final) in zip(network.layers, expected.final) {
      compare(layer.weights.values, final.weights)
      compare(layer.bias?.values ?? [], final.bias)
    }
    for (skip, final) in zip(skips.layers, expected.final_skips) {
      compare(skip.weights.values, final.weights)
      compare(skip.bias.values, final.bias)
    }
  }

  private func compare(_ values: [Float], _ expected: [Double]) {
    #expect(values.count == expected.count)
    for (value, wanted) in zip(values, expected) {
      #expect(abs(Double(value) - wanted) < 1e-5 * max(1, abs(wanted)))
    }
  }

  @Test func inputsWeighWhatTheOracleSays() throws {
    let expected = try Oracle.read("small-liset", as: SkipCase.self)
    #expect(expected.growth.count == 20)
    for growth in expected.growth {
      let final = expected.final_skips[growth.layer - 1]
      let classes = expected.widths[expected.widths.count - 1]
      let strengths = stride(from: 0, to: final.weights.count, by: classes).map { first in
        final.weights[first..<first + classes].reduce(0) { $0 + abs($1) }
      }
      let form = try #require(SkipGrowth.Form(rawValue: growth.form))
      let weights = SkipGrowth.weights(of: strengths, gamma: growth.gamma, form: form)
      for (weight, wanted) in zip(weights, growth.weights) {
        #expect(abs(weight / wanted - 1) < 1e-9)
      }
    }
  }

  @Test(arguments: [1, 2, 3]) func connectionsGoAndComeAsTheOracleSays(threads: Int) throws {
    let expected = try Oracle.read("small-rigl", as: GradientCase.self)
    let start = try expected.layers.network(expected.widths, activation: leaky(expected.slope))
    let policy = try Policies.make(
      Call(
        "rigl",
        Arguments(["alpha": .number(expected.alpha), "until": .number(expected.until)])))
    let engine = Engine(threads: threads)
    for step in Set(expected.rewirings.map(\.step)).sorted() {
      var network = start
      let workspace = Workspace(for: network, capacity: expected.labels.count)
      let (result, gradients) = network.gradients(
        features: Features(expected.features, width: network.inputs), labels: expected.labels,
        indices: Array(expected.labels.indices)[...], dropout: nil, workspace: workspace,
        engine: engine)
      #expect(result.loss > 0)
      // It changes nothing.
      #expect(network.layers.map(\.weights) == start.layers.map(\.weights))
      #expect(network.layers.map(\.bias) == start.layers.map(\.bias))
      let moment = TrainingMoment(
        step: step, of: expected.steps, gradients: try #require(gradients))
      let evolutions = policy.evolve(&network, epoch: 1, seed: 1, at: moment, on: engine)
      let wanted = expected.rewirings.filter { $0.step == step }
      #expect(evolutions.map(\.layer) == wanted.map(\.layer) && !wanted.isEmpty)
      for (evolution, rewired) in zip(evolutions, wanted) {
        #expect(evolution.removed.map { [$0.row, $0.column] } == rewired.removed)
        #expect(evolution.added.map { [$0.row, $0.column] } == rewired.added)
        let values = network.layers[evolution.layer - 1].weights.values
        #expect(evolution.addedPositions.allSatisfy { values[Int($0)] == 0 })
        #expect(network.layers[evolution.layer - 1].nonzeros == evolution.nonzeros)
      }
    }
  }

  @Test func gradientsByCellsAreTheOracles() throws {
    let expected = try Oracle.read("small-rigl", as: GradientCase.self)
    let network = try expected.layers.network(expected.widths, activation: leaky(expected.slope))
    let engine = Engine(threads: 2)
    let gradients = try #require(
      network.gradients(
        features: Features(expected.features, width: network.inputs), labels: expected.labels,
        indices: Array(expected.labels.indices)[...], dropout: nil,
        workspace: Workspace(for: network, capacity: expected.labels.count), engine: engine
      ).gradients)
    let (rows, columns) = (expected.widths[0], expected.widths[1])
    let block = ProductBlock(rows: 0..<rows, columns: 0..<columns)
    block.add(
      inputs: gradients.inputs(ofLayer: 1), outputs: gradients.sums(ofLayer: 1), on: engine)
    for row in 0..<rows {
      for column in 0..<columns {
        let wanted = expected.gradients[0][row * columns + column]
        #expect(abs(Double(block.product(row, column)) - wanted) < 1e-6)
      }
    }
  }
}
