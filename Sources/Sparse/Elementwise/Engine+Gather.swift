internal import CKernels

extension Engine {
  /// Samples out of a row-major array (`width` features each) into a panel, feature-major, in the
  /// order of `indices`. Sets `panel.batch` to their number; padding columns become 0.
  /// O(width · batch), divided among the threads.
  /// - Precondition: `panel` has `width` features and room for the batch; every index is that of a
  ///   whole sample.
  public func gather(
    _ samples: [Float], width: Int, indices: ArraySlice<Int>, into panel: Panel
  ) {
    precondition(panel.features == width && indices.count <= panel.capacity)
    let count = width == 0 ? Int.max : samples.count / width
    precondition(indices.allSatisfy { $0 >= 0 && $0 < count })
    panel.batch = indices.count
    indices.withUnsafeBufferPointer { indices in
      runEvenly(width, weight: 4 * panel.vectors) { range in
        kernels.pointee.gather(
          range.lowerBound, range.upperBound, samples, width, indices.baseAddress, indices.count,
          panel.base, panel.stride)
      }
    }
  }

  /// A range of consecutive samples, as for evaluation.
  public func gather(
    _ samples: [Float], width: Int, range: Range<Int>, into panel: Panel
  ) {
    gather(samples, width: width, indices: Array(range)[...], into: panel)
  }
}
