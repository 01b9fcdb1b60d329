internal import Networks
internal import Sparse

/// Searches for similar empty cells in all sparse layers of a network by way of bounds: what the bounds
/// leave over is compared in full, so that the cells found are those that comparing all would find.
///
/// The activations of all samples are kept until every layer is searched.
final class SievedSimilarities {
  /// The most bytes of activations that are kept: 256 MiB.
  private static let activationBytes = 1 << 28

  /// Whether the activations of so many samples are kept.
  static func keeps(_ samples: Int, neurons: Int, _ contents: WorkspaceContents) -> Bool {
    let panels = contents == .activations ? 4 : 8
    let (bytes, overflow) = (neurons * panels).multipliedReportingOverflow(by: samples)
    return !overflow && bytes <= activationBytes
  }

  private let network: Network
  private let pass: SamplePass
  private let engine: Engine
  private var stretches: [SamplePass.Stretch] = []
  private var brackets: [(layer: Int, bracket: CosineBracket)]
  /// The norms of the inputs, then of each layer's neurons.
  private let neurons: [RoundedNeurons]

  /// Passes all samples for the blocks of cells at `places`, and for some layers' connections.
  init(
    of network: Network, _ places: [NetworkSimilarities.Place],
    _ connections: [(layer: Int, similarities: ConnectionSimilarities)], by pass: SamplePass
  ) {
    self.network = network
    self.pass = pass
    engine = pass.engine
    brackets = places.map { ($0.layer, CosineBracket(rows: $0.rows, columns: $0.columns)) }
    let last = brackets.last?.layer ?? 0
    let rounded = (0...last).map { layer in
      BytePanel(features: layer == 0 ? network.inputs : network.layers[layer - 1].columns)
    }
    neurons = rounded.map { RoundedNeurons(count: $0.features) }
    pass.visit(keeping: true) { stretch in
      stretches.append(stretch)
      stretch.add(to: connections, on: engine)
      add(stretch, rounded)
    }
    for (layer, bracket) in brackets {
      bracket.close(inputs: neurons[layer - 1], outputs: neurons[layer], on: engine)
    }
  }

  private func add(_ stretch: SamplePass.Stretch, _ rounded: [BytePanel]) {
    for level in rounded.indices {
      let panel =
        level == 0 ? stretch.inputs(ofLayer: 1) : stretch.outputs(ofLayer: level)
      rounded[level].round(panel, on: engine)
      neurons[level].add(rounded[level])
    }
    for (layer, bracket) in brackets {
      bracket.add(inputs: rounded[layer - 1], outputs: rounded[layer], on: engine)
    }
  }

  /// Gives a search the cells of a layer, counted from 1, that can be among its best; once for each.
  func search(_ search: EmptyCellSearch, layer: Int) {
    let sieve = EmptyCellSieve(for: search)
    let places = brackets.filter { $0.layer == layer }.map(\.bracket)
    brackets.removeAll { $0.layer == layer }
    for bracket in places { sieve.take(bracket, on: engine) }
    if let cells = sieve.finish() {
      search.take(cells, scores: similarities(of: cells, layer: layer))
    } else {
      pass.noteThatBoundsFail()
      searchAll(search, layer: layer, places.map { ($0.rows, $0.columns) })
    }
  }

  /// The similarities of single cells in ascending order.
  private func similarities(of cells: [Cell], layer: Int) -> [Float] {
    let weights = network.layers[layer - 1].weights
    let matrix = SparseMatrix(rows: weights.rows, columns: weights.columns, cells: cells)
    let similarities = ConnectionSimilarities(
      of: matrix, rows: neurons[layer - 1].squares, columns: neurons[layer].squares)
    for stretch in stretches { stretch.add(to: [(layer, similarities)], on: engine) }
    return similarities.values()
  }

  private func searchAll(
    _ search: EmptyCellSearch, layer: Int, _ places: [(rows: Range<Int>, columns: Range<Int>)]
  ) {
    for (rows, columns) in places {
      let block = CosineBlock(rows: rows, columns: columns)
      for stretch in stretches {
        block.add(
          inputs: stretch.inputs(ofLayer: layer), outputs: stretch.outputs(ofLayer: layer),
          on: engine)
      }
      search.take(block, on: engine)
    }
  }
}
