/// What one evolution did to one layer, in numbers.
public struct EvolutionRecord: Sendable, Equatable, Codable {
  /// The epoch just finished, or within which it was, counted from 1.
  public let epoch: Int
  /// The layer, counted from 1.
  public let layer: Int
  /// How many connections went.
  public let removed: Int
  /// How many connections came.
  public let added: Int
  /// How many connections the layer has now.
  public let nonzeros: Int
  /// The share of the layer's cells in use now, 0…1.
  public let density: Double

  /// The share of the layer's cells that held a connection at some time so far, 0…1; nil where the
  /// run does not follow it.
  public let explored: Double?

  /// A record of one evolution of one layer.
  public init(
    epoch: Int, layer: Int, removed: Int, added: Int, nonzeros: Int, density: Double,
    explored: Double? = nil
  ) {
    self.epoch = epoch
    self.layer = layer
    self.removed = removed
    self.added = added
    self.nonzeros = nonzeros
    self.density = density
    self.explored = explored
  }
}
