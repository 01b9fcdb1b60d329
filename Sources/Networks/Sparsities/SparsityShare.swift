public import Catalogue

/// `sparsity(95%)`: the share of cells left empty, one less the density.
public struct SparsityShare: Sparsity {
  /// What the catalogue says of it.
  public static let about = About(
    name: "sparsity", category: .sparsity,
    summary: "a share of all possible connections left out",
    formula: "round((1 − sparsity) n_in n_out) connections",
    parameters: [
      Parameter(
        "sparsity", .fraction(.from(0, below: 1)), default: 0.95, "the share of empty cells")
    ],
    examples: [Example("network in-300-100-out sparse=sparsity(95%)", "the same as density(5%)")])

  /// The share of empty cells, from 0, below 1.
  public let sparsity: Double

  /// From the argument `sparsity`.
  public init(_ arguments: Arguments) { sparsity = arguments.number("sparsity") }

  /// (1 − sparsity) · rows · columns, rounded.
  public func connections(rows: Int, columns: Int) -> UInt64? {
    Sparsities.round((1 - sparsity) * Double(rows) * Double(columns), rows: rows, columns: columns)
  }
}
