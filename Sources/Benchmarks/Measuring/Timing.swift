/// How long one call of something took, measured many times.
package struct Timing: Sendable, Equatable {
  /// Seconds a call, one number a round, in the order of the rounds.
  package let samples: [Double]

  /// A timing of these samples.
  /// - Precondition: there is one at least.
  package init(samples: [Double]) {
    precondition(!samples.isEmpty)
    self.samples = samples
  }

  /// The median, in seconds: what a call usually takes.
  package var median: Double { Self.median(of: samples) }

  /// The least, in seconds: what a call takes when nothing else runs.
  package var minimum: Double { samples.min() ?? 0 }

  /// The median over the rounds of how many times longer `other` took in the same round: a noisy
  /// machine slows both.
  /// - Precondition: both come from the same rounds.
  package func speed(against other: Timing) -> Double {
    precondition(samples.count == other.samples.count)
    return Self.median(of: zip(other.samples, samples).map { $0 / $1 })
  }

  /// The middle of the sorted numbers, the mean of the two middle ones where there are two; 0 of none.
  package static func median(of numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    guard !sorted.isEmpty else { return 0 }
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
