internal import Sparse

/// Which of a run's random masks a batch is passed forward with.
public struct DropoutAddress: Sendable, Equatable {
  /// What a batch is passed forward for; each has masks of its own.
  public enum Pass: Sendable {
    case training
    /// A test during training.
    case testing
    /// A test on validation samples during training.
    case validation
    /// Looking at activations between epochs.
    case evolution

    /// Where the batches of such passes begin in the random numbers.
    fileprivate var start: Int {
      switch self {
      case .training: 0
      case .testing: 1 << 27
      case .validation: 1 << 26
      case .evolution: 3 << 26
      }
    }
  }

  /// The seed of the run.
  public var seed: UInt64
  /// The epoch, counted from 1.
  public var epoch: Int
  /// The batch within the epoch, counted from 0, below 2²⁶.
  public var batch: Int
  /// What the batch is passed forward for.
  public var pass: Pass

  /// The masks of one batch of an epoch.
  public init(seed: UInt64, epoch: Int, batch: Int, pass: Pass = .training) {
    self.seed = seed
    self.epoch = epoch
    self.batch = batch
    self.pass = pass
  }

  /// Where the mask of a layer, counted from 1, stands in the random numbers.
  func place(layer: Int) -> DropoutPlace {
    DropoutPlace(seed: seed, epoch: epoch, layer: layer, batch: pass.start + batch)
  }
}
