internal import Sparse

extension ImageAugmentation {
  /// The samples at these positions as they are changed in an epoch, in this order. What comes in
  /// from outside is 0 before scaling: `scaling` is what was done to samples kept as floats.
  /// O(positions · width), divided among the threads.
  /// - Precondition: every position is that of a sample, and samples have the images' features.
  func changed(
    _ samples: Samples, _ positions: ArraySlice<Int>, epoch: Int, seed: UInt64,
    scaling: Scaling, on engine: Engine
  ) -> Samples {
    let stream = RandomStream(seed: seed, purpose: .augmentation, epoch: epoch)
    let features = samples.features.selecting(positions, on: engine) { sample, from, to in
      transform(sample: sample, in: stream).apply(to: from, image, into: to)
    } floats: { sample, from, to in
      let transform = transform(sample: sample, in: stream)
      // What stays as it is keeps its bits.
      guard !transform.isIdentity else {
        _ = to.update(fromContentsOf: from)
        return
      }
      var row = Array(from)
      scaling.undo(on: &row)
      row.withUnsafeBufferPointer { transform.apply(to: $0, image, into: to) }
      row = Array(to)
      scaling.apply(to: &row)
      _ = to.update(fromContentsOf: row)
    }
    return Samples(features: features, labels: positions.map { samples.labels[$0] })
  }
}
