public import Networks

/// How full one layer of a network is.
public struct LayerDensity: Sendable, Equatable {
  /// The layer, counted from 1.
  public let layer: Int
  /// Its input neurons.
  public let inputs: Int
  /// Its output neurons.
  public let outputs: Int
  /// Its stored connections.
  public let connections: Int
  /// Whether it is stored sparse.
  public let isSparse: Bool

  /// The share of its cells in use, 0…1.
  public var density: Double {
    inputs == 0 || outputs == 0 ? 0 : Double(connections) / (Double(inputs) * Double(outputs))
  }
}

extension Network {
  /// How full each layer is, inputs first. O(layers).
  public var layerDensities: [LayerDensity] {
    layers.enumerated().map { index, layer in
      LayerDensity(
        layer: index + 1, inputs: layer.rows, outputs: layer.columns, connections: layer.nonzeros,
        isSparse: layer.isSparse)
    }
  }
}
