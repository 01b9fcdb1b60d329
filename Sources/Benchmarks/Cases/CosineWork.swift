internal import Sparse

/// A layer whose cosine similarities are computed, with the activations on both its sides.
final class CosineWork {
  /// What is done with the similarities.
  enum Kind: String, CaseIterable {
    /// The products of all cells alone.
    case products
    /// The most similar empty cells.
    case largest
    /// Empty cells drawn in proportion to their similarity.
    case proportional
    /// The similarities of the connections alone.
    case connections
  }

  let matrix: SparseMatrix
  /// Samples of the activations.
  let samples: Int
  private let inputs, outputs: Panel
  private let removed: [Int32]
  private var draws = 0
  /// The size of the last result: what keeps it from being left out.
  private(set) var found = 0

  init(size: Int, density: Double, samples: Int) {
    matrix = SparseWork(rows: size, columns: size, density: density).matrix
    let panels = LayerPanels(rows: size, columns: size, batch: samples)
    (inputs, outputs) = (panels.input, panels.outputGradient)
    self.samples = samples
    removed = matrix.twoTailRemoval(fraction: 0.3)
  }

  /// Multiplications and additions of a call.
  func flops(_ kind: Kind) -> Double {
    let cells = kind == .connections ? matrix.nonzeros : matrix.rows * matrix.columns
    return 2 * Double(cells) * Double(samples)
  }

  func contender(_ kind: Kind, on engine: Engine) -> Contender {
    Contender { [self] in
      switch kind {
      case .products:
        for (rows, columns) in CosineBlock.blocks(rows: matrix.rows, columns: matrix.columns) {
          let block = CosineBlock(rows: rows, columns: columns)
          block.add(inputs: inputs, outputs: outputs, on: engine)
          found = block.samples
        }
      case .largest:
        found =
          matrix.mostSimilarEmptyCells(
            removed.count, afterRemoving: removed, inputs: inputs, outputs: outputs, on: engine
          ).count
      case .proportional:
        draws += 1
        let stream = RandomStream(seed: 1, purpose: .similarity, epoch: draws)
        found =
          matrix.similarEmptyCells(
            removed.count, afterRemoving: removed, inputs: inputs, outputs: outputs,
            stream: stream, on: engine
          ).count
      case .connections:
        found =
          matrix.connectionSimilarities(inputs: inputs, outputs: outputs, on: engine).count
      }
    }
  }
}
