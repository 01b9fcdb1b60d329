import Catalogue
import Networks
import Sparse
import Testing

/// A layer as the oracles store it.
struct OracleLayer: Decodable {
  let cells: [[Int32]]
  let weights: [Float]
  let dense: Bool
  let bias: [Float]
  let parameters: [String: [Float]]?

  /// The layer that the oracle started from, the `number`-th from 1.
  func layer(_ number: Int, rows: Int, columns: Int, activation: Call) throws -> Layer {
    var value = try Activations.make(dense ? Call("linear") : activation)
    var unused = RandomStream(seed: 0, purpose: .test)
    value.prepare(neurons: columns, layer: number, stream: &unused)
    value.trained = try value.trained.map {
      TrainedVector($0.name, try #require(parameters?[$0.name]))
    }
    return Layer(
      weights: dense
        ? .dense(DenseMatrix(rows: rows, columns: columns, values: weights))
        : .sparse(sparse(rows: rows, columns: columns)),
      bias: TrainedVector("bias", bias), activation: value, distribution: .zeros)
  }

  private func sparse(rows: Int, columns: Int) -> SparseMatrix {
    var offsets = [Int](repeating: 0, count: rows + 1)
    for cell in cells { offsets[Int(cell[0]) + 1] += 1 }
    for row in 0..<rows { offsets[row + 1] += offsets[row] }
    return SparseMatrix(
      rows: rows, columns: columns, rowOffsets: offsets, columnIndices: cells.map { $0[1] },
      values: weights)
  }
}

extension [OracleLayer] {
  /// The network that the oracle started from.
  func network(_ widths: [Int], activation: Call) throws -> Network {
    let layers = try enumerated().map { index, layer in
      try layer.layer(
        index + 1, rows: widths[index], columns: widths[index + 1], activation: activation)
    }
    return Network(layers: layers, dropout: 0)
  }
}
