internal import Networks
internal import Sparse
public import Training

/// How different the connections of one layer of two networks are, whatever their weights.
public struct TopologyDistance: Sendable, Equatable {
  /// The layer, counted from 1.
  public let layer: Int
  /// The connections that both have.
  public let common: Int
  /// The connections that one or both have.
  public let union: Int

  /// The share of the connections of either that only one has, 1 − |A ∩ B|/|A ∪ B| (Jaccard's
  /// distance): 0 for the same topology, 1 for two without a common connection.
  public var distance: Double { union == 0 ? 0 : 1 - Double(common) / Double(union) }
}

extension Run {
  /// How different the final topology of each layer is from that of another run, neuron by neuron:
  /// hidden neurons that have only changed places count as different. O(connections).
  /// - Throws: `AnalysisError.otherShape` where the networks have not the same neurons.
  public func topologyDistances(to other: Run) throws(AnalysisError) -> [TopologyDistance] {
    guard network.widths == other.network.widths else {
      throw .otherShape(network.shape.description, other.network.shape.description)
    }
    return zip(network.layers, other.network.layers).enumerated().map { index, pair in
      let common = pair.0.weights.common(with: pair.1.weights)
      return TopologyDistance(
        layer: index + 1, common: common, union: pair.0.nonzeros + pair.1.nonzeros - common)
    }
  }
}

extension Weights {
  /// How many connections both have, of two layers with the same neurons.
  fileprivate func common(with other: Weights) -> Int {
    switch (self, other) {
    case (.dense, _): other.nonzeros
    case (_, .dense): nonzeros
    case (.sparse(let first), .sparse(let second)): first.common(with: second)
    }
  }
}

extension SparseMatrix {
  /// How many cells both hold, of two matrices of the same size: rows are walked side by side.
  fileprivate func common(with other: SparseMatrix) -> Int {
    var common = 0
    for row in 0..<rows {
      var (own, theirs) = (rowOffsets[row], other.rowOffsets[row])
      while own < rowOffsets[row + 1], theirs < other.rowOffsets[row + 1] {
        let (column, otherColumn) = (columnIndices[own], other.columnIndices[theirs])
        common += column == otherColumn ? 1 : 0
        own += column <= otherColumn ? 1 : 0
        theirs += otherColumn <= column ? 1 : 0
      }
    }
    return common
  }
}
