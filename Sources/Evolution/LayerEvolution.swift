public import Sparse

/// What one evolution did to one layer.
public struct LayerEvolution: Sendable, Equatable {
  /// The layer, counted from 1.
  public let layer: Int
  /// How many connections went; as many came.
  public let count: Int
  /// The cells whose connection went, ascending; none unless cells were asked for.
  public let removed: [Cell]
  /// The cells that got a connection, ascending; none unless cells were asked for.
  public let added: [Cell]
  /// Where the new connections stand in the layer's stored values now, ascending.
  public let addedPositions: [Int32]
  /// The connections of the layer now; the same as before.
  public let nonzeros: Int
  /// The share of the layer's cells in use, 0…1.
  public let density: Double
}
