public import Catalogue

/// `epsilon(20)`: connections in proportion to a layer's neurons, not to its cells.
public struct Epsilon: Sparsity {
  /// What the catalogue says of it.
  public static let about = About(
    name: "epsilon", category: .sparsity,
    summary: "connections in proportion to the neurons of both sides",
    details: """
      The number of connections grows with the number of neurons instead of its square, so that \
      wide layers are sparser: 1000 by 1000 neurons at epsilon 20 have 40,000 connections, 4%. \
      Where it exceeds the number of cells, the layer has all of them.
      """,
    formula: "p = ε(n_in + n_out) / (n_in n_out), at most 1; round(p n_in n_out) connections",
    paper: "Mocanu et al., Nature Communications 9:2383, 2018, Eq. 3",
    parameters: [
      Parameter("epsilon", .number(.positive), default: 20, "connections for each neuron")
    ],
    examples: [Example("network in-1000*3-out sparse=epsilon(20)", "the setting of CosineSET")])

  /// Connections for each neuron of both sides.
  public let epsilon: Double

  /// From the argument `epsilon`.
  public init(_ arguments: Arguments) { epsilon = arguments.number("epsilon") }

  /// ε(rows + columns), rounded.
  public func connections(rows: Int, columns: Int) -> UInt64? {
    Sparsities.round(epsilon * (Double(rows) + Double(columns)), rows: rows, columns: columns)
  }
}
