public import Catalogue

/// How many connections a layer starts with: the value of `sparse=`.
public protocol Sparsity: Buildable {
  /// The number of connections between `rows` inputs and `columns` neurons, never more than there
  /// are cells; nil for a dense layer, whose weights are stored without indices.
  func connections(rows: Int, columns: Int) -> UInt64?
}

/// The registered sparsities.
public enum Sparsities {
  /// All of them, as help lists them.
  public static let all: [any Sparsity.Type] = [
    Epsilon.self, Density.self, SparsityShare.self, DenseWeights.self,
  ]

  /// The sparsity that a checked call names; arguments that are absent take their defaults.
  /// - Precondition: the name is registered.
  public static func make(_ call: Call) throws -> any Sparsity {
    try build(call, among: all, as: { $0.about }) { try $0.init($1) }
  }

  /// The whole number nearest to `share` of all cells, at most all of them.
  static func round(_ count: Double, rows: Int, columns: Int) -> UInt64 {
    let cells = UInt64(rows).multipliedReportingOverflow(by: UInt64(columns))
    let most = cells.overflow ? UInt64.max : cells.partialValue
    guard count < Double(most) else { return most }
    return UInt64(max(0, count).rounded())
  }
}
