import CKernels
import Sparse

/// A layer's passes on a case in double precision, along its connections one by one.
struct ProductReference {
  private let of: KernelCase
  private let offsets: [Int]
  private let columns: [Int32]
  private let values: [Float]
  private let velocity: [Float]
  private let largest: Double
  /// Columns of the batch, padding included.
  private let width: Int

  /// The layer of the case's matrix, or the dense one of its weights.
  init(_ of: KernelCase, dense: Bool = false) {
    self.of = of
    if dense {
      offsets = (0...of.rows).map { $0 * of.columns }
      columns = (0..<of.rows * of.columns).map { Int32($0 % of.columns) }
      values = of.weights.numbers
      velocity = of.speeds
    } else {
      offsets = of.matrix.rowOffsets
      columns = of.matrix.columnIndices
      values = of.values.numbers
      velocity = of.velocity
    }
    width = of.vectors * 16
    largest = of.content == .extreme ? 0x1p+51 : 1
  }

  /// The outputs with the case's bias, and without one.
  var outputs: [[[Bounded]]] { [forward(bias: of.bias), forward(bias: nil)] }

  /// y_j = b_j + Σ_i w_ij x_i for each output, padding included.
  func forward(bias: Guarded?) -> [[Bounded]] {
    var sums = [Double](repeating: 0, count: of.columns * width)
    var magnitudes = sums
    var terms = [Int](repeating: 1, count: of.columns)
    for j in 0..<of.columns {
      for s in j * width..<(j + 1) * width {
        sums[s] = Double(bias?.base[j] ?? 0)
        magnitudes[s] = sums[s].magnitude
      }
    }
    for i in 0..<of.rows {
      for k in offsets[i]..<offsets[i + 1] {
        let j = Int(columns[k])
        terms[j] += 1
        Self.add(values[k], of.input.row(i), to: &sums, &magnitudes, at: j * width, count: width)
      }
    }
    return (0..<of.columns).map { j in
      bounded(sums, magnitudes, from: j * width, terms: terms[j])
    }
  }

  /// dx_i = Σ_j w_ij dy_j for each input, padding included.
  func inputGradients() -> [[Bounded]] {
    (0..<of.rows).map { i in
      var sums = [Double](repeating: 0, count: width)
      var magnitudes = sums
      for k in offsets[i]..<offsets[i + 1] {
        let dy = of.gradient.row(Int(columns[k]))
        Self.add(values[k], dy, to: &sums, &magnitudes, at: 0, count: width)
      }
      return bounded(sums, magnitudes, from: 0, terms: offsets[i + 1] - offsets[i])
    }
  }

  /// The gradients g_ij = x_i · dy_j of each input's connections.
  func gradients() -> [[Bounded]] {
    (0..<of.rows).map { i in
      (offsets[i]..<offsets[i + 1]).map { k in
        dot(of.input.row(i), of.gradient.row(Int(columns[k])))
      }
    }
  }

  /// For each input the weights after the step, then the velocities.
  func steps() -> [[Bounded]] {
    zip(gradients(), offsets).map { gradients, from in
      let steps = gradients.enumerated().map { index, g in
        Self.step(values[from + index], velocity[from + index], g, of.step)
      }
      return steps.map(\.value) + steps.map(\.velocity)
    }
  }

  /// v ← μv − η(g + λw), w ← w + v.
  static func step(
    _ value: Float, _ velocity: Float, _ gradient: Bounded, _ step: kernel_step
  ) -> (value: Bounded, velocity: Bounded) {
    let pull = gradient + Bounded(step.decay) * Bounded(value)
    let v = Bounded(step.momentum) * Bounded(velocity) - Bounded(step.rate) * pull
    return (Bounded(value) + v, v)
  }

  /// sums += weight · row, with the terms' magnitudes. A loop of pointers: tests are not optimised.
  private static func add(
    _ weight: Float, _ row: UnsafePointer<Float>, to sums: inout [Double],
    _ magnitudes: inout [Double], at place: Int, count: Int
  ) {
    let weight = Double(weight)
    sums.withUnsafeMutableBufferPointer { sums in
      magnitudes.withUnsafeMutableBufferPointer { magnitudes in
        var s = 0
        while s < count {
          let term = weight * Double(row[s])
          sums[place &+ s] += term
          magnitudes[place &+ s] += term.magnitude
          s &+= 1
        }
      }
    }
  }

  private func dot(_ x: UnsafePointer<Float>, _ dy: UnsafePointer<Float>) -> Bounded {
    var (sum, magnitude, s) = (0.0, 0.0, 0)
    while s < width {
      let term = Double(x[s]) * Double(dy[s])
      sum += term
      magnitude += term.magnitude
      s &+= 1
    }
    return .sum(sum, magnitudes: magnitude, count: of.batch, largest: largest)
  }

  private func bounded(
    _ sums: [Double], _ magnitudes: [Double], from: Int, terms: Int
  ) -> [Bounded] {
    (from..<from + width).map {
      .sum(sums[$0], magnitudes: magnitudes[$0], count: terms, largest: largest)
    }
  }
}
