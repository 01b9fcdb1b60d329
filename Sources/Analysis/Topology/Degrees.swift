public import Networks
public import Sparse
public import Training

extension SparseMatrix {
  /// How many connections each neuron has on one side. O(rows + columns + connections left out).
  /// - Parameters:
  ///   - side: the input or output neurons.
  ///   - positions: connections, by their position, that do not count.
  /// - Precondition: the positions are distinct and those of connections.
  public func degrees(_ side: LayerSide, leavingOut positions: [Int32] = []) -> [Int] {
    var degrees = side == .input ? rowDegrees() : columnDegrees()
    switch side {
    case .output:
      for position in positions { degrees[Int(columnIndices[Int(position)])] -= 1 }
    case .input:
      var row = 0
      for position in positions.sorted() {
        while rowOffsets[row + 1] <= position { row += 1 }
        degrees[row] -= 1
      }
    }
    return degrees
  }
}

extension Weights {
  /// How many connections each neuron has on one side; in a dense layer all that there can be.
  /// - Parameters:
  ///   - side: the input or output neurons.
  ///   - positions: connections, by their position, that do not count; a dense layer has none.
  public func degrees(_ side: LayerSide, leavingOut positions: [Int32] = []) -> [Int] {
    switch (self, side) {
    case (.sparse(let matrix), _): matrix.degrees(side, leavingOut: positions)
    case (.dense(let matrix), .input): Array(repeating: matrix.columns, count: matrix.rows)
    case (.dense(let matrix), .output): Array(repeating: matrix.rows, count: matrix.columns)
    }
  }
}

extension Run {
  /// How many connections each neuron of a layer has in the final network.
  /// - Parameters:
  ///   - layer: the layer, counted from 1.
  ///   - side: the input or output neurons.
  ///   - core: whether to leave out the connections that the last evolution added, which had no
  ///     time to prove themselves (Pieterse & Mocanu 2019, appendix A.1).
  /// - Throws: `AnalysisError.noLayer`.
  public func degrees(
    layer: Int = 1, side: LayerSide = .input, core: Bool = true
  ) throws(AnalysisError) -> [Int] {
    guard layer >= 1, layer <= network.layers.count else {
      throw .noLayer(layer, layers: network.layers.count)
    }
    return network.layers[layer - 1].weights.degrees(
      side, leavingOut: core ? lastAdded[layer - 1] : [])
  }
}
