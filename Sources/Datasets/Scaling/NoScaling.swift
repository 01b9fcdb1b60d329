public import Catalogue

/// `scale=none`: features as they are.
public struct NoScaling: ScalingMethod {
  public static let about = About(
    name: "none", category: .scaling, summary: "Leaves every feature as it is",
    examples: [Example("data spirals scale=none")])

  public init(_ arguments: Arguments = Arguments()) {}

  public func fit(_ samples: Samples) -> Scaling { .identity(width: samples.width) }
}
