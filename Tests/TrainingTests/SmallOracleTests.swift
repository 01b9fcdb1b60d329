import Catalogue
import Networks
import Sparse
import Training
import Testing

/// Small networks with every activation, momentum and decay, trained as the oracle trained them from
/// weights of its own: losses and final weights.
struct SmallOracleTests {
  private struct Case: Decodable {
    struct Final: Decodable {
      let weights: [Double]
      let bias: [Double]
      let parameters: [String: [Double]]
    }

    let activation: String
    let widths: [Int]
    let features: [Float]
    let labels: [Int32]
    let settings: Oracle.Settings
    let layers: [OracleLayer]
    let epochs: [Oracle.Epoch]
    let final: [Final]
  }

  @Test(arguments: ["relu", "srelu", "leaky_relu", "all_relu", "tanh", "sigmoid", "linear"])
  func trainsAsTheOracleDoes(activation: String) throws {
    let expected = try Oracle.read("small-\(activation)", as: Case.self)
    var network = try expected.layers.network(expected.widths, activation: Call(activation))
    let workspace = Workspace(for: network, capacity: expected.labels.count)
    let engine = Engine(threads: 2)
    let settings = expected.settings
    let features = Features(expected.features, width: network.inputs)
    for (index, epoch) in expected.epochs.enumerated() {
      var order = Array(expected.labels.indices)
      var stream = RandomStream(seed: settings.seed, purpose: .shuffle, epoch: index + 1)
      stream.shuffle(&order)
      var total = BatchResult.zero
      for first in stride(from: 0, to: order.count, by: settings.batch) {
        total += network.train(
          features: features, labels: expected.labels,
          indices: order[first..<min(first + settings.batch, order.count)],
          step: MomentumStep(
            rate: Float(settings.rate), momentum: Float(settings.momentum),
            decay: Float(settings.decay)),
          dropout: nil, workspace: workspace, engine: engine)
      }
      let tested = network.predict(
        features: features, labels: expected.labels,
        indices: Array(expected.labels.indices)[...], workspace: workspace, engine: engine
      ).result
      let count = Double(expected.labels.count)
      #expect(abs(total.loss / count / epoch.train_loss - 1) < 1e-5)
      #expect(abs(tested.loss / count / epoch.test_loss - 1) < 1e-5)
      #expect(Double(tested.correct) / count == epoch.test_accuracy)
    }
    for (layer, final) in zip(network.layers, expected.final) {
      compare(layer.weights.values, final.weights)
      compare(layer.bias?.values ?? [], final.bias)
      for vector in layer.activation.trained {
        compare(vector.values, try #require(final.parameters[vector.name]))
      }
    }
  }

  private func compare(_ values: [Float], _ expected: [Double]) {
    #expect(values.count == expected.count)
    for (value, wanted) in zip(values, expected) {
      #expect(abs(Double(value) - wanted) < 1e-5 * max(1, abs(wanted)))
    }
  }
}
