internal import Sparse

extension PowerLawFit {
  /// The p-value of the fit: the share of samples drawn from it that lie farther from their own best
  /// fits than the values do from theirs (Clauset, Shalizi & Newman 2009, section 4.1). Below 0.1 a
  /// power law is not plausible. The error is about 1/(2√bootstraps).
  ///
  /// A drawn sample has as many values, each of them drawn from the law with the share of fitted values,
  /// else one of the values below x_min. O(bootstraps · the fit's time).
  /// - Parameters:
  ///   - bootstraps: how many samples to draw, from 1.
  ///   - seed: of the numbers drawn.
  ///   - isCancelled: asked before each sample.
  /// - Returns: nil if it was cancelled.
  public func plausibility(
    bootstraps: Int, seed: UInt64, isCancelled: () -> Bool = { false }
  ) -> Double? {
    precondition(bootstraps >= 1)
    let sampler = PowerLawSampler(law)
    var farther = 0
    for bootstrap in 0..<bootstraps {
      if isCancelled() { return nil }
      var stream = RandomStream(seed: seed, purpose: .bootstrap, epoch: bootstrap)
      var sample = (0..<values.count).map { _ in
        let place = Int(stream.integer(below: UInt64(values.count)))
        return place < values.count - fitted ? values[place] : sampler.draw(from: &stream)
      }
      sample.sort()
      // A sample of one value alone is no farther from a law than any.
      if let nearest = ValueCounts(sample).nearestLaw(), nearest.distance >= distance {
        farther += 1
      }
    }
    return Double(farther) / Double(bootstraps)
  }
}
