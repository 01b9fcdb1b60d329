/// The bound that arithmetic and the way to the data set together: the lesser of the peak and of
/// bandwidth times intensity (Williams et al. 2009, Communications of the ACM 52:65).
package struct Roofline: Sendable, Equatable {
  /// The peak, in GFLOP/s.
  package let peak: Double
  /// Where the rows lie that are read for every connection: `L2` ….
  package let level: String
  /// What that level delivers, in GB/s.
  package let bandwidth: Double

  /// A roofline of a peak and the bandwidth of a level.
  package init(peak: Double, level: String, bandwidth: Double) {
    self.peak = peak
    self.level = level
    self.bandwidth = bandwidth
  }

  /// What can be reached at most by work of so many operations a byte, in GFLOP/s.
  package func bound(intensity: Double) -> Double { min(peak, bandwidth * intensity) }
}

/// The three kernels of a sparse layer, as the roofline sees them.
package enum LayerPass: String, Sendable, CaseIterable {
  /// y = xW + b.
  case forward
  /// The gradient by the inputs, that by the weights, and the step, in one.
  case backward
  /// The same without the gradient by the inputs: a first layer.
  case update

  /// Multiplications and additions of a connection and sample.
  package var flops: Int { self == .backward ? 4 : 2 }

  /// Operations for each byte that must be read: a connection reads a batch row of 4-byte floats,
  /// forward for one multiply–add a float, the fused backward for two.
  package var intensity: Double { Double(flops) / 4 }
}
