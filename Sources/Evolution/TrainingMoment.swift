public import Networks

/// Where a training stands when it has a network evolved: what rules may read of it besides.
public struct TrainingMoment: Sendable {
  /// The step, counted from 1 over all epochs; nil between epochs.
  public let step: Int?
  /// The steps of the whole training.
  public let steps: Int
  /// The gradients of the step's batch; nil between epochs.
  public let gradients: BatchGradients?
  /// The skip layers as the epoch left them; nil where training has none.
  public let skips: SkipLayers?

  /// A moment between epochs.
  public init(steps: Int, skips: SkipLayers?) {
    (step, gradients) = (nil, nil)
    self.steps = steps
    self.skips = skips
  }

  /// A moment at a step.
  public init(step: Int, of steps: Int, gradients: BatchGradients) {
    self.step = step
    self.steps = steps
    self.gradients = gradients
    skips = nil
  }
}
