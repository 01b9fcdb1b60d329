internal import CKernels

extension Engine {
  /// Samples into a panel, feature-major, in the order of `indices`. Sets `panel.batch` to their
  /// number; padding columns become 0. Bytes are scaled on the way. O(width · batch), divided among
  /// the threads.
  /// - Precondition: `panel` has the features' width and room for the batch; every index is that of
  ///   a sample.
  public func gather(_ features: Features, indices: ArraySlice<Int>, into panel: Panel) {
    let width = features.width
    precondition(panel.features == width && indices.count <= panel.capacity)
    panel.batch = indices.count
    indices.withUnsafeBufferPointer { indices in
      check(indices, below: features.count)
      switch features.storage {
      case .floats(let values):
        runEvenly(width, weight: Self.gatherWork * panel.vectors) { range in
          kernels.pointee.gather(
            range.lowerBound, range.upperBound, values, width, indices.baseAddress, indices.count,
            panel.base, panel.stride)
        }
      case .bytes(let bytes, let scale):
        runEvenly(width, weight: Self.gatherWork * panel.vectors) { range in
          kernels.pointee.gather_bytes(
            range.lowerBound, range.upperBound, bytes, width, scale.center, scale.factor,
            indices.baseAddress, indices.count, panel.base, panel.stride)
        }
      }
    }
  }

  /// A range of consecutive samples, as for evaluation.
  public func gather(_ features: Features, range: Range<Int>, into panel: Panel) {
    gather(features, indices: Array(range)[...], into: panel)
  }

  /// What 16 numbers on their way into a panel cost, in multiply–adds of 16 lanes: they come from
  /// far off and are transposed.
  private static let gatherWork = 16

  private func check(_ indices: UnsafeBufferPointer<Int>, below count: Int) {
    var inside = true
    for index in indices { inside = inside && index >= 0 && index < count }
    precondition(inside)
  }
}
