import Catalogue
import Networks
import Sparse
import Training
import Testing

/// Small networks with every activation, momentum and decay, trained as the oracle trained them from
/// weights of its own: losses and final weights.
struct SmallOracleTests {
  private struct Case: Decodable {
    struct Layer: Decodable {
      let cells: [[Int32]]
      let weights: [Float]
      let dense: Bool
      let bias: [Float]
      let parameters: [String: [Float]]
    }
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
    let layers: [Layer]
    let epochs: [Oracle.Epoch]
    let final: [Final]
  }

  @Test(arguments: ["relu", "srelu", "leaky_relu", "all_relu", "tanh", "sigmoid", "linear"])
  func trainsAsTheOracleDoes(activation: String) throws {
    let expected = try Oracle.read("small-\(activation)", as: Case.self)
    var network = try network(expected, activation)
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

  /// The network that the oracle started from.
  private func network(_ expected: Case, _ activation: String) throws -> Network {
    let layers = try expected.layers.enumerated().map { index, layer in
      let (rows, columns) = (expected.widths[index], expected.widths[index + 1])
      var value = try Activations.make(Call(layer.dense ? "linear" : activation))
      var unused = RandomStream(seed: 0, purpose: .test)
      value.prepare(neurons: columns, layer: index + 1, stream: &unused)
      value.trained = try value.trained.map {
        TrainedVector($0.name, try #require(layer.parameters[$0.name]))
      }
      return Layer(
        weights: layer.dense
          ? .dense(DenseMatrix(rows: rows, columns: columns, values: layer.weights))
          : .sparse(sparse(layer, rows: rows, columns: columns)),
        bias: TrainedVector("bias", layer.bias), activation: value, distribution: .zeros)
    }
    return Network(layers: layers, dropout: 0)
  }

  private func sparse(_ layer: Case.Layer, rows: Int, columns: Int) -> SparseMatrix {
    var offsets = [Int](repeating: 0, count: rows + 1)
    for cell in layer.cells { offsets[Int(cell[0]) + 1] += 1 }
    for row in 0..<rows { offsets[row + 1] += offsets[row] }
    return SparseMatrix(
      rows: rows, columns: columns, rowOffsets: offsets, columnIndices: layer.cells.map { $0[1] },
      values: layer.weights)
  }
}
