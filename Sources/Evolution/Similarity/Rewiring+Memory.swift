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
      bytes += 4 * all + 24 * (connections.max() ?? 0)
    }
    return bytes
  }

  /// How many of `count` samples' activations are in memory together, of which some take
  /// `bytes(some)`: all, where that is allowed and may be faster.
  public func samplesAtOnce(of count: Int, bytes: (Int) -> UInt64) -> Int {
    let stretch = CosineBlock.stretch
    let samples = min(count, similarity.samples ?? count)
    guard growth.similarities == .cells, samples > stretch else { return min(samples, stretch) }
    let stretches = (samples + stretch - 1) / stretch
    let (all, overflow) = bytes(stretch).multipliedReportingOverflow(by: UInt64(stretches))
    return overflow || all > SievedSimilarities.activationBytes ? stretch : stretches * stretch
  }
}
