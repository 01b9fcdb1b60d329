import Foundation
import Networks
import Sparse

/// A network with skip layers in plain Swift and doubles.
struct ReferenceSkips {
  struct Skip {
    let layer: Int
    var weights: [[Double]]
    var bias: [Double]
  }

  var network: ReferenceNetwork
  /// Those that are present.
  var skips: [Skip]

  init(_ network: Network, _ layers: SkipLayers, _ present: [Bool]) {
    self.network = ReferenceNetwork(network)
    skips = zip(layers.layers, present).compactMap { skip, present in
      guard present else { return nil }
      let columns = skip.weights.columns
      return Skip(
        layer: skip.layer,
        weights: (0..<skip.weights.rows).map { row in
          (0..<columns).map { Double(skip.weights.values[row * columns + $0]) }
        }, bias: skip.bias.values.map { Double($0) })
    }
  }

  /// The mean cross-entropy of samples given row by row.
  func loss(_ features: [[Double]], _ labels: [Int]) -> Double {
    let total = zip(features, labels).enumerated().reduce(0.0) { total, sample in
      let scores = scores(sample.element.0, sample: sample.offset)
      let top = scores.max() ?? 0
      return total + log(scores.reduce(0) { $0 + exp($1 - top) })
        - (scores[sample.element.1] - top)
    }
    return total / Double(labels.count)
  }

  private func scores(_ x: [Double], sample: Int) -> [Double] {
    var scores = network.scores(x, sample: sample)
    for skip in skips {
      var below = network
      below.layers.removeSubrange((skip.layer - 1)...)
      let read = below.scores(x, sample: sample)
      for (input, row) in zip(read, skip.weights) {
        for (index, weight) in row.enumerated() { scores[index] += weight * input }
      }
      for (index, bias) in skip.bias.enumerated() { scores[index] += bias }
    }
    return scores
  }

  /// The velocity that one step gave every parameter, and how to move that parameter here.
  func parameters(
    _ stepped: Network, _ layers: SkipLayers
  ) -> [(Float, (inout ReferenceSkips, Double) -> Void, String)] {
    var all: [(Float, (inout ReferenceSkips, Double) -> Void, String)] = []
    for (index, layer) in stepped.layers.enumerated() {
      for (cell, velocity) in zip(layer.cells, layer.weights.velocity) {
        all.append(
          (velocity, { $0.network.layers[index].weights[cell]! += $1 }, "weight \(cell) \(index)"))
      }
      for (neuron, velocity) in (layer.bias?.velocity ?? []).enumerated() {
        all.append((velocity, { $0.network.layers[index].bias[neuron] += $1 }, "bias \(index)"))
      }
      for vector in layer.activation.trained {
        for (neuron, velocity) in vector.velocity.enumerated() {
          all.append(
            (
              velocity, { $0.network.layers[index].trained[vector.name]![neuron] += $1 },
              "\(vector.name) \(neuron) \(index)"
            ))
        }
      }
    }
    for (place, skip) in skips.enumerated() {
      guard let layer = layers[ofLayer: skip.layer] else { continue }
      for (index, velocity) in layer.weights.velocity.enumerated() {
        let (row, column) = (index / layer.weights.columns, index % layer.weights.columns)
        all.append(
          (velocity, { $0.skips[place].weights[row][column] += $1 }, "skip \(skip.layer) \(index)"))
      }
      for (index, velocity) in layer.bias.velocity.enumerated() {
        all.append((velocity, { $0.skips[place].bias[index] += $1 }, "skip bias \(index)"))
      }
    }
    return all
  }
}
