internal import Datasets
internal import Networks
public import Sparse

/// Where the connections of a network lay after an epoch, coarse enough to be kept.
public struct TopologySnapshot: Sendable, Equatable {
  /// The epoch, counted from 1, that was trained with this topology: the first such.
  public let epoch: Int
  /// Of each followed layer the share of cells that hold a connection, by groups of inputs (rows) and
  /// outputs (columns), each ordered by their number of connections at the time.
  public let layers: [PackedGrid]
  /// The connections of each input of the network: as an image where the inputs are pixels, planes of
  /// colour added up, else in one row; means over neighbours where there are more than 1,024. Nil where
  /// the first layer is dense.
  public let inputs: PackedGrid?

  /// The most cells that the inputs take.
  static let mostInputs = 1024

  init(
    epoch: Int, of network: Network, following layers: [Int], side: Int, image: ImageShape?
  ) {
    self.epoch = epoch
    self.layers = layers.compactMap { layer in
      network.layers[layer].weights.sparseMatrix.map { matrix in
        let map = ConnectivityMap(matrix, side: side)
        return PackedGrid(rows: map.rows.count, columns: map.columns.count, values: map.shares)
      }
    }
    inputs = network.layers[0].weights.sparseMatrix.map { Self.inputs(of: $0, image) }
  }

  private static func inputs(of matrix: SparseMatrix, _ image: ImageShape?) -> PackedGrid {
    let degrees = matrix.rowDegrees()
    guard let image, image.features == degrees.count else {
      return .mean(
        rows: 1, columns: degrees.count, values: degrees.map(Double.init), most: mostInputs)
    }
    return .mean(
      rows: image.rows, columns: image.columns, values: image.pixels(of: degrees), most: 32)
  }
}
