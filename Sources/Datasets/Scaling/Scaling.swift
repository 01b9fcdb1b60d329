internal import Catalogue
internal import Sparse

/// A linear map of each feature: x ↦ (x − center) / spread, and 0 where the spread is 0.
public struct Scaling: Sendable, Equatable, Codable {
  /// The registered name of the method that fitted it: `standard`, `minmax` or `none`.
  public let method: String
  /// What is subtracted from each feature: its mean, its minimum, or 0.
  public let center: [Float]
  /// What each feature is then divided by: its standard deviation, its range, or 1.
  /// 0 stands for a feature that is constant on the training samples; it becomes 0 everywhere.
  public let spread: [Float]

  /// A scaling with one center and one spread a feature.
  /// - Precondition: as many centers as spreads, no spread below 0.
  public init(method: String, center: [Float], spread: [Float]) {
    precondition(center.count == spread.count && spread.allSatisfy { $0 >= 0 })
    self.method = method
    self.center = center
    self.spread = spread
  }

  /// The scaling that changes nothing, for `width` features.
  public static func identity(width: Int) -> Scaling {
    Scaling(
      method: NoScaling.about.name, center: [Float](repeating: 0, count: width),
      spread: [Float](repeating: 1, count: width))
  }

  /// Whether it changes nothing.
  public var isIdentity: Bool {
    center.allSatisfy { $0 == 0 } && spread.allSatisfy { $0 == 1 }
  }

  /// What is subtracted.
  private var middle: [Double] { center.map(Double.init) }
  /// What is multiplied by: a division a value would cost more than all the rest.
  private var factor: [Double] { spread.map { $0 == 0 ? 0 : 1 / Double($0) } }

  /// Scales rows of features in place. O(features). Values are kept within the finite floats, so
  /// that a test value far outside of what training saw cannot become infinite.
  /// - Precondition: `features` is a whole number of rows.
  public func apply(to features: inout [Float]) {
    let width = center.count
    guard width > 0, !isIdentity else { return }
    precondition(features.count % width == 0)
    let (middle, factor) = (middle, factor)
    let limit = Double(Float.greatestFiniteMagnitude)
    features.withUnsafeMutableBufferPointer { values in
      for start in stride(from: 0, to: values.count, by: width) {
        for column in 0..<width {
          let scaled = (Double(values[start + column]) - middle[column]) * factor[column]
          values[start + column] = Float(min(max(scaled, -limit), limit))
        }
      }
    }
  }

  /// Takes the scaling of rows of features back, in place: x ↦ x · spread + center. O(features).
  /// Exact but for rounding; a feature whose spread is 0 comes back as its center.
  /// - Precondition: `features` is a whole number of rows.
  public func undo(on features: inout [Float]) {
    let width = center.count
    guard width > 0, !isIdentity else { return }
    precondition(features.count % width == 0)
    let limit = Double(Float.greatestFiniteMagnitude)
    for start in stride(from: 0, to: features.count, by: width) {
      for column in 0..<width {
        let plain = Double(features[start + column]) * Double(spread[column])
        features[start + column] = Float(min(max(plain + Double(center[column]), -limit), limit))
      }
    }
  }

  /// The samples, scaled: bytes stay bytes, to be scaled whenever they are read.
  public func applied(to samples: Samples) -> Samples {
    guard !isIdentity else { return samples }
    if let bytes = samples.features.scalingBytes(center: middle, factor: factor) {
      return Samples(features: bytes, labels: samples.labels)
    }
    var values = samples.features.values
    apply(to: &values)
    return Samples(features: values, labels: samples.labels, width: samples.width)
  }
}
