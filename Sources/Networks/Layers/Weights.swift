public import Sparse

/// The weights of a layer: stored sparse, or as a whole matrix. Rows are inputs, columns neurons.
public enum Weights: Sendable, Equatable {
  /// Only the connections that exist; evolves.
  case sparse(SparseMatrix)
  /// All of them; never evolves.
  case dense(DenseMatrix)

  /// The matrix of a sparse layer; nil for a dense one.
  public var sparseMatrix: SparseMatrix? {
    if case .sparse(let matrix) = self { matrix } else { nil }
  }

  /// The number of inputs.
  public var rows: Int {
    switch self {
    case .sparse(let matrix): matrix.rows
    case .dense(let matrix): matrix.rows
    }
  }

  /// The number of neurons.
  public var columns: Int {
    switch self {
    case .sparse(let matrix): matrix.columns
    case .dense(let matrix): matrix.columns
    }
  }

  /// The number of stored connections.
  public var nonzeros: Int {
    switch self {
    case .sparse(let matrix): matrix.nonzeros
    case .dense(let matrix): matrix.rows * matrix.columns
    }
  }

  /// The weight of each stored connection, row by row.
  public var values: [Float] {
    switch self {
    case .sparse(let matrix): matrix.values
    case .dense(let matrix): matrix.values
    }
  }

  /// The velocity of each stored connection, row by row.
  public var velocity: [Float] {
    switch self {
    case .sparse(let matrix): matrix.velocity
    case .dense(let matrix): matrix.velocity
    }
  }
}
