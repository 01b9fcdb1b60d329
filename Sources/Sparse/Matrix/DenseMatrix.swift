/// The weights of a dense layer: `rows` input neurons × `columns` output neurons, row-major by input
/// neuron, each with its velocity. A value type; the same contract as `SparseMatrix`.
public struct DenseMatrix: Sendable, Equatable {
  /// The number of input neurons.
  public let rows: Int
  /// The number of output neurons.
  public let columns: Int
  // Stored apart from their public faces, which hold their lengths.
  var weights: [Float]
  var speeds: [Float]
  /// The weights; the one from input i to output j at i · `columns` + j.
  public var values: [Float] {
    get { weights }
    set {
      precondition(newValue.count == weights.count)
      weights = newValue
    }
    _modify {
      defer { precondition(weights.count == rows * columns) }
      yield &weights
    }
  }
  /// The velocity of each weight.
  public var velocity: [Float] {
    get { speeds }
    set {
      precondition(newValue.count == speeds.count)
      speeds = newValue
    }
    _modify {
      defer { precondition(speeds.count == rows * columns) }
      yield &speeds
    }
  }

  /// A matrix of these weights; velocities are 0 unless given.
  /// - Precondition: neither size is negative or over 2³¹ − 1; there are rows · columns of each.
  public init(rows: Int, columns: Int, values: [Float], velocity: [Float]? = nil) {
    precondition((0...SparseMatrix.limit).contains(rows))
    precondition((0...SparseMatrix.limit).contains(columns))
    precondition(values.count == rows * columns)
    precondition(velocity.map { $0.count == rows * columns } ?? true)
    self.rows = rows
    self.columns = columns
    weights = values
    speeds = velocity ?? [Float](repeating: 0, count: rows * columns)
  }

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    precondition(!overflow)
    self.init(rows: rows, columns: columns, values: [Float](repeating: 0, count: count))
  }
}
