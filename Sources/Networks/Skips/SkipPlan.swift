internal import Sparse

/// That a training carries skip layers: for each sparse layer a dense one, with bias, from its inputs
/// to the classes, whose scores are added to the network's. Radu 2021, section 3.
public struct SkipPlan: Sendable, Equatable {
  /// The probability that a whole skip layer is left out of a batch, 0…1.
  public let dropout: Double

  /// A plan by which each skip layer is left out of a batch with the probability `dropout`.
  /// - Precondition: `dropout` is within 0…1.
  public init(dropout: Double) {
    precondition((0...1).contains(dropout))
    self.dropout = dropout
  }

  /// The connections of all skip layers of a network of such layers, biases not counted.
  public func connections(of layers: [LayerPlan]) -> UInt64 {
    let rows = skipped(layers).reduce(UInt64(0)) { $0 + UInt64($1.rows) }
    let (cells, overflow) = rows.multipliedReportingOverflow(by: classes(layers))
    return overflow ? .max : cells
  }

  /// The bytes that skip layers take: weights and biases with their velocity, and what a batch of so
  /// many samples needs besides. Allocates nothing.
  public func bytes(of layers: [LayerPlan], batch: Int) -> UInt64 {
    let count = UInt64(skipped(layers).count)
    // The inputs of the network need no gradient.
    let hidden = skipped(Array(layers.dropFirst())).reduce(UInt64(0)) { $0 + UInt64($1.rows) }
    let padded = UInt64(Panel.stride(capacity: min(max(batch, 1), 1 << 40)))
    let (weights, tooMany) = connections(of: layers).multipliedReportingOverflow(by: 8)
    let (floats, tooWide) = (hidden + classes(layers)).multipliedReportingOverflow(by: 4 * padded)
    let biases = (8 * count + 4) * classes(layers)
    let sum = weights.addingReportingOverflow(floats)
    let total = sum.partialValue.addingReportingOverflow(biases)
    return tooMany || tooWide || sum.overflow || total.overflow ? .max / 2 : total.partialValue
  }

  private func skipped(_ layers: [LayerPlan]) -> [LayerPlan] {
    layers.filter { $0.connections != nil }
  }

  private func classes(_ layers: [LayerPlan]) -> UInt64 { UInt64(layers.last?.columns ?? 0) }
}
