public import Sparse

/// How similar the neurons are that a layer connects or could connect: C of Eq. 2 in Pieterse & Mocanu
/// 2019, over the training samples. What a rule gets that asks for it (`RemovalRule.similarities`).
public struct LayerSimilarities: Sendable {
  private let network: NetworkSimilarities
  private let layer: Int

  /// Those of one layer, counted from 1.
  package init(network: NetworkSimilarities, layer: Int) {
    self.network = network
    self.layer = layer
  }

  /// The similarity of each connection's neurons, 0 … 1, by position in the matrix.
  /// - Precondition: a rule of the policy asks for `.connections`.
  public var ofConnections: [Float] { network.ofConnections(layer: layer) }

  /// The similarities of all cells of the layer, row by row, before they have been searched.
  /// O(cells) memory.
  /// - Precondition: a rule of the policy asks for `.cells`, and all layers' fit the first pass.
  func ofCells(rows: Int, columns: Int) -> [Float] {
    network.ofCells(layer: layer, rows: rows, columns: columns)
  }

  /// Gives a search for empty cells all cells of the layer; once an evolution.
  /// - Precondition: a rule of the policy asks for `.cells`.
  public func search(_ search: EmptyCellSearch) { network.search(search, layer: layer) }
}
