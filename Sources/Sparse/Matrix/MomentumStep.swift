internal import CKernels

/// A step of stochastic gradient descent with momentum: v ← μv − η(g + λw), w ← w + v.
public struct MomentumStep: Sendable, Equatable {
  /// The learning rate η.
  public var rate: Float
  /// The momentum μ.
  public var momentum: Float
  /// The weight decay λ.
  public var decay: Float

  /// A step with these factors.
  public init(rate: Float, momentum: Float = 0, decay: Float = 0) {
    self.rate = rate
    self.momentum = momentum
    self.decay = decay
  }

  var kernel: kernel_step { kernel_step(rate: rate, momentum: momentum, decay: decay) }
}
