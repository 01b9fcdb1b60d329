public import Sparse

/// What one evolution did to one layer.
public struct LayerEvolution: Sendable, Equatable {
  /// The layer, counted from 1.
  public let layer: Int
  /// The cells whose connection went, ascending.
  public let removed: [Cell]
  /// The cells that got a connection, ascending.
  public let added: [Cell]
  /// Where the new connections stand in the layer's stored values now, ascending.
  public let addedPositions: [Int]
  /// The connections of the layer now; the same as before.
  public let nonzeros: Int
  /// The share of the layer's cells in use, 0…1.
  public let density: Double
}
