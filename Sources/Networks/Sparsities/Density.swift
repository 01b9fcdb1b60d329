public import Catalogue

/// `density(5%)`: a share of all cells.
public struct Density: Sparsity {
  /// What the catalogue says of it.
  public static let about = About(
    name: "density", category: .sparsity,
    summary: "a share of all possible connections",
    formula: "round(density n_in n_out) connections",
    parameters: [
      Parameter(
        "density", .fraction(.above(0, upTo: 1)), default: 0.05, "the share of cells in use")
    ],
    examples: [Example("network in-300-100-out sparse=density(5%)")])

  /// The share of cells in use, above 0, at most 1.
  public let density: Double

  /// From the argument `density`.
  public init(_ arguments: Arguments) { density = arguments.number("density") }

  /// density · rows · columns, rounded.
  public func connections(rows: Int, columns: Int) -> UInt64? {
    Sparsities.round(density * Double(rows) * Double(columns), rows: rows, columns: columns)
  }
}
