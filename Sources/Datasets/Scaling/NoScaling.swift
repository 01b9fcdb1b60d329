public import Catalogue

/// `scale=none`: features as they are.
public struct NoScaling: ScalingMethod {
  /// The method and its formula.
  public static let about = About(
    name: "none", category: .scaling, summary: "leaves every feature as it is",
    examples: [Example("data spirals scale=none")])

  /// The method; it has no keys.
  public init(_ arguments: Arguments = Arguments()) {}

  /// 0 and 1 for every feature.
  public func fit(_ samples: Samples) -> Scaling { .identity(width: samples.width) }
}
