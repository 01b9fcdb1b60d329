public import Sparse

extension Dataset {
  /// What a step of training passes: the training samples at these positions, as `augmentation`
  /// changes them in that epoch. Without one, the training samples themselves and the positions as
  /// they are. O(positions · width), divided among the threads; memory is taken for the batch alone.
  ///
  /// The same seed, epoch and position give the same image in any batch, at any number of threads.
  /// - Precondition: every position is that of a training sample.
  public func batch(
    _ positions: ArraySlice<Int>, epoch: Int, seed: UInt64, on engine: Engine
  ) -> (samples: Samples, indices: ArraySlice<Int>) {
    guard let augmentation else { return (train, positions) }
    let batch = augmentation.changed(
      train, positions, epoch: epoch, seed: seed, scaling: scaling, on: engine)
    return (batch, Array(0..<batch.count)[...])
  }

  /// The bytes that the samples of a batch take besides those of the set.
  public func batchBytes(_ batch: Int) -> UInt64 {
    guard augmentation != nil, batch > 0 else { return 0 }
    let count = min(batch, train.count)
    return UInt64(count) * UInt64(width) * (train.features.areBytes ? 1 : 4)
  }
}
