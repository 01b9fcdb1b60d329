internal import Networks
internal import Sparse

/// The connections of a network as CSV: `layer,input,output,weight`, one line each.
enum EdgeList {
  /// The bytes of a file: layers count from 1, neurons from 0, in row-major order; weights are the
  /// shortest texts that read back as the same 32-bit float. Dense layers list all connections.
  static func encode(_ saved: SavedNetwork) -> [UInt8] {
    var text: [UInt8] = Array("layer,input,output,weight\n".utf8)
    for (index, layer) in saved.network.layers.enumerated() {
      let values = layer.weights.values
      for row in 0..<layer.rows {
        for (column, position) in connections(of: row, in: layer.weights) {
          text += "\(index + 1),\(row),\(column),\(values[position])\n".utf8
        }
      }
    }
    return text
  }

  private static func connections(
    of row: Int, in weights: Weights
  ) -> [(column: Int, position: Int)] {
    switch weights {
    case .sparse(let matrix):
      (matrix.rowOffsets[row]..<matrix.rowOffsets[row + 1]).map {
        (Int(matrix.columnIndices[$0]), $0)
      }
    case .dense(let matrix): (0..<matrix.columns).map { ($0, row * matrix.columns + $0) }
    }
  }
}
