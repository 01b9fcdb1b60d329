internal import Sparse

/// Which of a run's random masks a batch is passed forward with.
public struct DropoutAddress: Sendable, Equatable {
  /// The seed of the run.
  public var seed: UInt64
  /// The epoch, counted from 1.
  public var epoch: Int
  /// The batch within the epoch, counted from 0, below 2²⁷.
  public var batch: Int
  /// Whether the batch belongs to a test during training, whose masks are others than training's.
  public var testing: Bool

  /// The masks of one batch of an epoch.
  public init(seed: UInt64, epoch: Int, batch: Int, testing: Bool = false) {
    self.seed = seed
    self.epoch = epoch
    self.batch = batch
    self.testing = testing
  }

  /// Where the mask of a layer, counted from 1, stands in the random numbers.
  func place(layer: Int) -> DropoutPlace {
    DropoutPlace(
      seed: seed, epoch: epoch, layer: layer, batch: testing ? batch + 1 << 27 : batch)
  }
}
