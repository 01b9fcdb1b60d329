public import Networks
internal import Sparse

extension Rewiring {
  /// The bytes that an evolution of layers takes for a while because its rules compare neurons,
  /// apart from the activations of samples; 0 if they compare none.
  public func similarityBytes(_ layers: [LayerPlan]) -> UInt64 {
    guard similarities > .none else { return 0 }
    let connections = layers.compactMap(\.connections).map { UInt64($0) }
    let cells = layers.filter { $0.connections != nil }.map { UInt64($0.rows) * UInt64($0.columns) }
    // What is to change in every layer is chosen before any is changed.
    var bytes = 16 * connections.reduce(0, +)
    if removal.similarities == .connections { bytes += 4 * connections.reduce(0, +) }
    if growth.similarities == .cells {
      let all = cells.reduce(UInt64(0)) { min($0 + $1, UInt64(NetworkSimilarities.cellsAtOnce)) }
      // Of bounds besides: a few bytes for each cell of the largest layer, and activations in bytes.
      let neurons = layers.reduce(UInt64(layers.first?.rows ?? 0)) { $0 + UInt64($1.columns) }
      bytes += 4 * all + 24 * (connections.max() ?? 0)
      bytes += 3 * min(all, cells.max() ?? 0) + 2 * neurons * UInt64(CosineBlock.stretch + 64)
    }
    return bytes
  }

  /// How many of `count` samples' activations are in memory together at the most: all, where that may be
  /// faster and is allowed.
  public func samplesAtOnce(of count: Int, neurons: Int, _ fidelity: Fidelity) -> Int {
    let stretch = CosineBlock.stretch
    let samples = min(count, similarity.samples ?? count)
    guard growth.similarities == .cells, samples > stretch,
      SievedSimilarities.keeps(samples, neurons: neurons, similarity.contents(fidelity))
    else { return min(samples, stretch) }
    return (samples + stretch - 1) / stretch * stretch
  }
}
