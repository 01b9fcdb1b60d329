public import Sparse

/// Scratch storage for the gradients of an activation's trained parameters.
public protocol ActivationGradients: AnyObject, Sendable {
  /// The gradients, in the order of `Activation.trained`.
  var vectors: [Vector] { get }
}

/// The gradients of an activation that is not trained.
public final class NoGradients: ActivationGradients {
  /// The gradients, in the order of `Activation.trained`.
  public var vectors: [Vector] { [] }

  /// Holds nothing.
  public init() {}
}

extension SReLUGradients: ActivationGradients {
  /// The gradients, in the order of `Activation.trained`.
  public var vectors: [Vector] { [tLeft, aLeft, tRight, aRight] }
}
