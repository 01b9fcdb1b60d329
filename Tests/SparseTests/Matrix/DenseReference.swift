import Sparse

/// A layer's passes in plain double-precision arithmetic on a full matrix: what the engine's
/// results are held against.
struct DenseReference {
  let rows: Int
  let columns: Int
  /// Where a connection is.
  var exists: [Bool]
  var weights: [Double]
  var velocity: [Double]

  init(_ matrix: SparseMatrix) {
    rows = matrix.rows
    columns = matrix.columns
    exists = .init(repeating: false, count: rows * columns)
    weights = .init(repeating: 0, count: rows * columns)
    velocity = weights
    for (position, cell) in matrix.cells().enumerated() {
      let place = Int(cell.row) * columns + Int(cell.column)
      exists[place] = true
      weights[place] = Double(matrix.values[position])
      velocity[place] = Double(matrix.velocity[position])
    }
  }

  init(_ matrix: DenseMatrix) {
    rows = matrix.rows
    columns = matrix.columns
    exists = .init(repeating: true, count: rows * columns)
    weights = matrix.values.map { Double($0) }
    velocity = matrix.velocity.map { Double($0) }
  }

  /// columns × batch.
  func forward(_ input: Panel, bias: [Float]?) -> [Float] {
    (0..<columns).flatMap { j in
      (0..<input.batch).map { sample in
        var sum = Double(bias?[j] ?? 0)
        for i in 0..<rows { sum += weights[i * columns + j] * Double(input[i, sample]) }
        return Float(sum)
      }
    }
  }

  /// dx, rows × batch, with the weights before the step; then the step.
  mutating func backward(_ input: Panel, _ gradient: Panel, _ step: MomentumStep) -> [Float] {
    var dx: [Float] = []
    for i in 0..<rows {
      for sample in 0..<input.batch {
        var sum = 0.0
        for j in 0..<columns { sum += weights[i * columns + j] * Double(gradient[j, sample]) }
        dx.append(Float(sum))
      }
    }
    for i in 0..<rows {
      for j in 0..<columns where exists[i * columns + j] {
        var g = 0.0
        for sample in 0..<input.batch {
          g += Double(input[i, sample]) * Double(gradient[j, sample])
        }
        let place = i * columns + j
        let pull = g + Double(step.decay) * weights[place]
        velocity[place] = Double(step.momentum) * velocity[place] - Double(step.rate) * pull
        weights[place] += velocity[place]
      }
    }
    return dx
  }

  /// The numbers at the connections, in order.
  func stored(_ numbers: [Double]) -> [Float] {
    numbers.indices.filter { exists[$0] }.map { Float(numbers[$0]) }
  }
}
