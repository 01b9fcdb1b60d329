public import Catalogue

/// `none`: every layer dense, the baseline that sparse networks are held against.
public struct DenseWeights: Sparsity {
  /// What the catalogue says of it.
  public static let about = About(
    name: "none", category: .sparsity,
    summary: "a dense network, with nothing to evolve",
    details:
      "Weights are stored as whole matrices, without indices; policies leave them alone.",
    examples: [Example("network in-300-100-out sparse=none", "the dense baseline")])

  /// Takes no arguments.
  public init(_ arguments: Arguments) {}

  /// Always nil: no layer is sparse.
  public func connections(rows: Int, columns: Int) -> UInt64? { nil }
}
