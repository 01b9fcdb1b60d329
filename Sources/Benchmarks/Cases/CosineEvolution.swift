internal import Networks
internal import Sparse

/// One evolution of a network by cosine similarity over all its training samples, as CoDASET asks for
/// it: the samples pass once, the similarities of every sparse layer add up, cells are drawn in
/// proportion to them, and every layer is rewired.
final class CosineEvolution {
  private(set) var network: Network
  private let data: SyntheticData
  private let engine: Engine
  private var epoch = 0

  init(_ network: Network, _ data: SyntheticData, on engine: Engine) {
    self.network = network
    self.data = data
    self.engine = engine
  }

  /// One layer while the samples pass.
  private struct Pending {
    let index: Int
    let matrix: SparseMatrix
    let removed: [Int32]
    let blocks: [CosineBlock]
  }

  func evolve() {
    epoch += 1
    let pending = network.layers.indices.compactMap(prepare)
    let source = ActivationSource(features: data.features, engine: engine)
    source.visit(network, batch: CosineBlock.stretch) { workspace in
      for layer in pending {
        for block in layer.blocks {
          block.add(
            inputs: workspace.outputs(ofLayer: layer.index),
            outputs: workspace.outputs(ofLayer: layer.index + 1), on: engine)
        }
      }
    }
    for layer in pending { rewire(layer) }
  }

  private func prepare(_ index: Int) -> Pending? {
    guard case .sparse(let matrix) = network.layers[index].weights else { return nil }
    let blocks = CosineBlock.blocks(rows: matrix.rows, columns: matrix.columns)
    return Pending(
      index: index, matrix: matrix, removed: matrix.twoTailRemoval(fraction: 0.3),
      blocks: blocks.map { CosineBlock(rows: $0.rows, columns: $0.columns) })
  }

  private func rewire(_ layer: Pending) {
    let stream = RandomStream(
      seed: 1, purpose: .similarity, epoch: epoch, layer: layer.index + 1)
    let search = EmptyCellSearch(
      .proportional(stream), count: layer.removed.count, in: layer.matrix,
      afterRemoving: layer.removed)
    for block in layer.blocks { search.take(block, on: engine) }
    let cells = search.cells()
    var weights = RandomStream(
      seed: 1, purpose: .growthWeights, epoch: epoch, layer: layer.index + 1)
    let drawn = network.layers[layer.index].distribution.draw(cells.count, from: &weights)
    var matrix = layer.matrix
    matrix.rewire(removing: layer.removed, adding: cells, values: drawn)
    network.layers[layer.index].weights = .sparse(matrix)
  }
}
