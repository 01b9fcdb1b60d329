import Catalogue
import Foundation
import Networks
import Sparse

/// A network in plain Swift and doubles, to hold the real one against: dense loops, no kernels.
struct ReferenceNetwork {
  struct Layer {
    var rows: Int
    var columns: Int
    /// Weights by cell; absent cells have none.
    var weights: [Cell: Double]
    var bias: [Double]
    var activation: String
    /// The trained parameters by name.
    var trained: [String: [Double]]
    /// The negative slope, for activations that have one.
    var slope: Double?
    /// What each neuron's output is multiplied by, by sample: dropout's mask times its scale.
    var factors: [[Double]]?
  }

  var layers: [Layer]

  init(_ network: Network) {
    layers = network.layers.map { layer in
      var weights: [Cell: Double] = [:]
      for (cell, value) in zip(layer.cells, layer.weights.values) { weights[cell] = Double(value) }
      return Layer(
        rows: layer.rows, columns: layer.columns, weights: weights,
        bias: layer.bias?.values.map { Double($0) } ?? Array(repeating: 0, count: layer.columns),
        activation: layer.activation.call.name,
        trained: Dictionary(
          uniqueKeysWithValues: layer.activation.trained.map {
            ($0.name, $0.values.map { Double($0) })
          }),
        slope: (layer.activation as? any SlopeActivation).map { Double($0.slope) })
    }
  }

  /// The mean cross-entropy of samples given row by row.
  func loss(_ features: [[Double]], _ labels: [Int]) -> Double {
    var total = 0.0
    for (sample, (x, label)) in zip(features, labels).enumerated() {
      let scores = scores(x, sample: sample)
      let top = scores.max() ?? 0
      total += log(scores.reduce(0) { $0 + exp($1 - top) }) - (scores[label] - top)
    }
    return total / Double(labels.count)
  }

  /// The scores of one sample.
  func scores(_ x: [Double], sample: Int) -> [Double] {
    layers.reduce(x) { x, layer in
      var sums = layer.bias
      for (cell, weight) in layer.weights {
        sums[Int(cell.column)] += weight * x[Int(cell.row)]
      }
      return sums.indices.map { neuron in
        layer.activated(sums[neuron], neuron) * (layer.factors?[neuron][sample] ?? 1)
      }
    }
  }
}

extension ReferenceNetwork.Layer {
  fileprivate func activated(_ z: Double, _ neuron: Int) -> Double {
    switch activation {
    case "tanh": return tanh(z)
    case "sigmoid": return 1 / (1 + exp(-z))
    case "srelu":
      let left = trained["t_left"]![neuron]
      let right = left + abs(trained["t_right"]![neuron])
      if z < left { return left + trained["a_left"]![neuron] * (z - left) }
      if z > right { return right + trained["a_right"]![neuron] * (z - right) }
      return z
    default:
      guard let slope else { fatalError("the formula of `\(activation)` is not here") }
      return z > 0 ? z : slope * z
    }
  }
}

extension Layer {
  /// The cells of all stored connections, in the order of the stored values.
  var cells: [Cell] {
    switch weights {
    case .sparse(let matrix): matrix.cells()
    case .dense:
      (0..<rows).flatMap { row in
        (0..<columns).map { Cell(row: Int32(row), column: Int32($0)) }
      }
    }
  }
}
