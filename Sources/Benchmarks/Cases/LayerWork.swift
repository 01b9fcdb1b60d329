internal import Sparse

/// The panels of one layer and batch, shared by the matrices that are compared on them.
final class LayerPanels {
  let input, output, outputGradient, inputGradient: Panel

  /// Panels of uniform random numbers.
  init(rows: Int, columns: Int, batch: Int) {
    input = Panel(features: rows, capacity: batch)
    output = Panel(features: columns, capacity: batch)
    outputGradient = Panel(features: columns, capacity: batch)
    inputGradient = Panel(features: rows, capacity: batch)
    var stream = RandomStream(seed: 1, purpose: .test)
    for panel in [input, outputGradient] {
      for feature in 0..<panel.features {
        let row = panel.row(feature)
        for sample in 0..<batch { row[sample] = stream.uniform(-1, 1) }
      }
    }
  }
}

/// A sparse matrix at work.
final class SparseWork {
  private(set) var matrix: SparseMatrix
  private let bias: [Float]

  /// A random matrix of that density, its weights uniform.
  init(rows: Int, columns: Int, density: Double) {
    var stream = RandomStream(seed: 1, purpose: .topology)
    let nonzeros = max(1, Int((Double(rows) * Double(columns) * density).rounded()))
    var matrix = SparseMatrix.erdosRenyi(
      rows: rows, columns: columns, nonzeros: nonzeros, stream: &stream)
    matrix.values = (0..<nonzeros).map { _ in stream.uniform(-0.1, 0.1) }
    self.matrix = matrix
    bias = [Float](repeating: 0.1, count: columns)
  }

  /// The contender that passes through the layer one way.
  func contender(_ pass: LayerPass, _ panels: LayerPanels, on engine: Engine) -> Contender {
    switch pass {
    case .forward:
      Contender { [self] in
        matrix.forward(panels.input, bias: bias, into: panels.output, on: engine)
      }
    case .backward:
      Contender { [self] in step(panels, panels.inputGradient, engine) }
    case .update:
      Contender { [self] in step(panels, nil, engine) }
    }
  }

  private func step(_ panels: LayerPanels, _ inputGradient: Panel?, _ engine: Engine) {
    matrix.backward(
      input: panels.input, outputGradient: panels.outputGradient, inputGradient: inputGradient,
      step: .tiny, on: engine)
  }
}

/// A dense matrix at work: what a sparse one is compared with.
final class DenseWork {
  private var matrix: DenseMatrix
  private let bias: [Float]

  /// A matrix of uniform weights.
  init(rows: Int, columns: Int) {
    var stream = RandomStream(seed: 1, purpose: .weights)
    let values = (0..<rows * columns).map { _ in stream.uniform(-0.1, 0.1) }
    matrix = DenseMatrix(rows: rows, columns: columns, values: values)
    bias = [Float](repeating: 0.1, count: columns)
  }

  /// The contender that passes through the layer one way.
  func contender(_ pass: LayerPass, _ panels: LayerPanels, on engine: Engine) -> Contender {
    Contender { [self] in
      guard pass != .forward else {
        return matrix.forward(panels.input, bias: bias, into: panels.output, on: engine)
      }
      matrix.backward(
        input: panels.input, outputGradient: panels.outputGradient,
        inputGradient: pass == .backward ? panels.inputGradient : nil, step: .tiny, on: engine)
    }
  }
}

extension MomentumStep {
  /// A step so small that weights stay what they are over any number of calls.
  fileprivate static let tiny = MomentumStep(rate: 1e-9, momentum: 0.9, decay: 0)
}
