public import Catalogue
internal import Sparse

/// `scale=minmax`: the training samples' range becomes 0…1.
public struct MinMaxScaling: ScalingMethod {
  /// The method and its formula.
  public static let about = About(
    name: "minmax", category: .scaling,
    summary: "maps each feature's range to 0…1",
    details: """
      Minimum and range are those of the training samples, so that validation and test samples \
      may pass 0 and 1. A feature that is constant on the training samples becomes 0.
      """,
    formula: "x' = (x - min) / (max - min)",
    examples: [Example("data madelon scale=minmax")])

  /// The method; it has no keys.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Minimum and range of every feature.
  public func fit(_ samples: Samples) -> Scaling {
    let width = samples.width
    var low = samples.count > 0 ? samples.features.row(0) : [Float](repeating: 0, count: width)
    var high = low
    samples.features.forEachRow { row in
      for column in 0..<width {
        low[column] = min(low[column], row[column])
        high[column] = max(high[column], row[column])
      }
    }
    // From −3e38 to 3e38 is more than a float holds.
    let range = zip(high, low).map { min($0 - $1, Float.greatestFiniteMagnitude) }
    return Scaling(method: Self.about.name, center: low, spread: range)
  }
}
