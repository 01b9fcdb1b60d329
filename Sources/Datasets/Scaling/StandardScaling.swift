public import Catalogue
internal import Sparse

/// `scale=standard`: mean 0 and deviation 1 on the training samples.
public struct StandardScaling: ScalingMethod {
  /// The method and its formula.
  public static let about = About(
    name: "standard", category: .scaling,
    summary: "shifts and scales each feature to mean 0 and standard deviation 1",
    details: """
      Mean and deviation (of the population: divided by n) are those of the training samples; \
      validation and test samples are scaled by the same numbers. A feature that is constant on \
      the training samples becomes 0.
      """,
    formula: "x' = (x - mean) / deviation",
    examples: [Example("data madelon scale=standard")])

  /// The method; it has no keys.
  public init(_ arguments: Arguments = Arguments()) {}

  /// Mean and deviation of every feature, in double precision.
  public func fit(_ samples: Samples) -> Scaling {
    let width = samples.width
    let rows = Double(max(samples.count, 1))
    var mean = [Double](repeating: 0, count: width)
    accumulate(samples, into: &mean) { value, _ in value }
    for column in 0..<width { mean[column] /= rows }
    // A second pass: the sum of squares alone loses all digits where the mean is large.
    var variance = [Double](repeating: 0, count: width)
    accumulate(samples, into: &variance) { value, column in
      (value - mean[column]) * (value - mean[column])
    }
    let deviation = zip(variance, mean).map { sum, mean in
      let deviation = (sum / rows).squareRoot()
      // What is left of a constant feature is rounding, a few units in the mean's last place.
      return deviation > abs(mean) * 1e-12 ? Float(deviation) : 0
    }
    return Scaling(method: Self.about.name, center: mean.map { Float($0) }, spread: deviation)
  }

  private func accumulate(
    _ samples: Samples, into sums: inout [Double], _ term: (Double, Int) -> Double
  ) {
    let width = samples.width
    samples.features.forEachRow { row in
      for column in 0..<width { sums[column] += term(Double(row[column]), column) }
    }
  }
}
