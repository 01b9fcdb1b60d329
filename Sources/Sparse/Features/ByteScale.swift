/// How bytes are read as features: (byte − center) · factor of their column, computed in double
/// precision and rounded once to a float. The kernel `gather_bytes` computes the same.
struct ByteScale: Sendable, Equatable {
  /// What is subtracted from each feature.
  var center: [Double]
  /// What each feature is then multiplied by.
  var factor: [Double]

  /// The scale that leaves bytes as they are.
  static func identity(width: Int) -> ByteScale {
    ByteScale(
      center: [Double](repeating: 0, count: width), factor: [Double](repeating: 1, count: width))
  }

  /// Whether every byte becomes a finite float: the map is monotone, so that its ends tell.
  var isFinite: Bool {
    center.indices.allSatisfy { self[0, $0].isFinite && self[255, $0].isFinite }
  }

  /// A byte of a feature, scaled.
  subscript(byte: UInt8, feature: Int) -> Float {
    Float((Double(byte) - center[feature]) * factor[feature])
  }
}
