package import Networks
internal import Sparse

/// The similarities that the rules of a policy ask for, of all sparse layers of a network.
///
/// Samples pass once for all layers, as long as the blocks of cells that are asked for fit
/// `cellsAtOnce`; what is beyond waits for another pass, which begins when a rule comes to it. What
/// has been searched is let go. Where bounds are cheap, they rule out most cells: `SievedSimilarities`.
///
/// Scratch storage as its blocks are: used by one caller at a time.
package final class NetworkSimilarities: @unchecked Sendable {
  /// The most cells whose similarities are in memory at a time, 4 bytes each: as many as fit 256 MiB.
  package static let cellsAtOnce = 4 * CosineBlock.cells

  /// A block that waits for its pass.
  struct Place {
    let layer: Int
    let rows: Range<Int>
    let columns: Range<Int>
    var cells: Int { rows.count * columns.count }
  }

  /// How cells are searched.
  package enum Method {
    /// By bounds where that is faster.
    case fastest
    /// By the similarities of all cells, which can then be asked for.
    case exact
    /// By bounds.
    case sieved
  }

  private let network: Network
  private let pass: SamplePass
  private let cellsAtOnce: Int
  private var connections: [(layer: Int, similarities: ConnectionSimilarities)] = []
  private var blocks: [(layer: Int, block: CosineBlock)] = []
  /// The last comes first.
  private var waiting: [Place] = []
  private var sieved: SievedSimilarities?

  /// Those that `rewiring` asks for, once the first pass is made.
  ///
  /// `blockCells` and `cellsAtOnce` bound what is in memory; no result depends on them nor on the
  /// method.
  package init(
    of network: Network, for rewiring: Rewiring, by pass: SamplePass, method: Method = .fastest,
    blockCells: Int = CosineBlock.cells, cellsAtOnce: Int = NetworkSimilarities.cellsAtOnce
  ) {
    self.network = network
    self.pass = pass
    self.cellsAtOnce = cellsAtOnce
    let scopes = [rewiring.removal.similarities, rewiring.growth.similarities]
    let matrices = network.layers.enumerated().compactMap { index, layer in
      layer.weights.sparseMatrix.map { (layer: index + 1, matrix: $0) }
    }
    if scopes.contains(.cells) {
      waiting = matrices.flatMap { layer, matrix in
        CosineBlock.blocks(rows: matrix.rows, columns: matrix.columns, cells: blockCells)
          .map { Place(layer: layer, rows: $0.rows, columns: $0.columns) }
      }
      waiting.reverse()
    }
    // Where all cells are looked at in the first pass, connections are among them.
    let isOnePass = !waiting.isEmpty && waiting.reduce(0) { $0 + $1.cells } <= cellsAtOnce
    // Of a layer that wants many of its cells, bounds would leave as many over.
    let wantsFew = matrices.allSatisfy {
      Double($0.matrix.nonzeros) * rewiring.removal.largestShare
        <= Double($0.matrix.rows * $0.matrix.columns / EmptyCellSieve.leastRatio / 2)
    }
    let isSieved =
      isOnePass && (method == .fastest ? wantsFew && pass.triesBounds() : method == .sieved)
    if scopes.contains(.connections), !isOnePass || isSieved {
      connections = matrices.map { ($0.layer, ConnectionSimilarities(of: $0.matrix)) }
    }
    if isSieved {
      sieved = SievedSimilarities(of: network, waiting.reversed(), connections, by: pass)
      waiting = []
    } else {
      passSamples(connections)
    }
  }

  /// The similarity of each connection of a layer, counted from 1, by position.
  /// - Precondition: a rule asks for those of connections.
  func ofConnections(layer: Int) -> [Float] {
    if let found = connections.first(where: { $0.layer == layer }) {
      return found.similarities.values()
    }
    let blocks = blocks.filter { $0.layer == layer }.map(\.block)
    guard !blocks.isEmpty, let matrix = network.layers[layer - 1].weights.sparseMatrix else {
      preconditionFailure("no rule asks for the similarities of connections of layer \(layer)")
    }
    return CosineBlock.similarities(ofConnectionsIn: matrix, among: blocks)
  }

  /// The similarity of each cell of a layer, counted from 1, row by row.
  /// - Precondition: a rule asks for those of cells, and the blocks of the layer have been passed and
  ///   not been searched.
  func ofCells(layer: Int, rows: Int, columns: Int) -> [Float] {
    var values = [Float](repeating: 0, count: rows * columns)
    var count = 0
    for (owner, block) in blocks where owner == layer {
      for row in block.rows {
        for column in block.columns { values[row * columns + column] = block[row, column] }
      }
      count += block.rows.count * block.columns.count
    }
    precondition(count == values.count, "not all cells of layer \(layer) have been passed")
    return values
  }

  /// Gives a search all cells of a layer, counted from 1; once for each layer, in ascending order.
  /// - Precondition: a rule asks for those of cells.
  func search(_ search: EmptyCellSearch, layer: Int) {
    if let sieved { return sieved.search(search, layer: layer) }
    while true {
      for block in blocks where block.layer == layer { search.take(block.block, on: pass.engine) }
      blocks.removeAll { $0.layer == layer }
      guard waiting.last?.layer == layer else { return }
      passSamples([])
    }
  }

  /// Passes the samples for some connections, and for as many blocks as there is room for.
  private func passSamples(_ connections: [(layer: Int, similarities: ConnectionSimilarities)]) {
    var room = cellsAtOnce - blocks.reduce(0) { $0 + $1.block.rows.count * $1.block.columns.count }
    var begun: [(layer: Int, block: CosineBlock)] = []
    while let place = waiting.last, begun.isEmpty || place.cells <= room {
      begun.append((place.layer, CosineBlock(rows: place.rows, columns: place.columns)))
      room -= place.cells
      waiting.removeLast()
    }
    pass.visit { stretch in
      stretch.add(to: connections, on: pass.engine)
      for (layer, block) in begun {
        block.add(
          inputs: stretch.inputs(ofLayer: layer), outputs: stretch.outputs(ofLayer: layer),
          on: pass.engine)
      }
    }
    blocks += begun
  }
}
