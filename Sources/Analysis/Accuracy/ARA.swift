public import Training

/// The average ratioed accuracy (ARA) of the accuracies after epochs 1 … n: a mean in which the
/// weight of an epoch rises evenly from n·b for the first to n for the last.
///
/// ARA(b) = Σ aᵢ·(i·c₁ + c₂) / (n²(b+1)/2), c₁ = (n−n·b)/(n−1), c₂ = n−n·c₁ (Radu 2021, Eq. 3).
/// A constant accuracy a gives a; b = 1 gives the mean; a single epoch gives its accuracy, whatever
/// b is. O(n).
///
/// - Parameters:
///   - accuracies: the accuracy after each epoch.
///   - b: the weight of the first epoch as a share of the last one's, 0…1.
/// - Returns: not a number where there are no epochs.
public func ara(_ accuracies: [Double], b: Double = 0.5) -> Double {
  let n = Double(accuracies.count)
  guard accuracies.count > 1 else { return accuracies.first ?? .nan }
  let c1 = (n - n * b) / (n - 1)
  let c2 = n - n * c1
  var sum = 0.0
  for (index, accuracy) in accuracies.enumerated() {
    sum += accuracy * (Double(index + 1) * c1 + c2)
  }
  return sum / (n * n * (b + 1) / 2)
}

extension Run {
  /// The average ratioed accuracy of the run's test accuracies; not a number if it has no epoch.
  /// - Parameter b: the weight of the first epoch as a share of the last one's, 0…1.
  public func ara(b: Double = 0.5) -> Double { Analysis.ara(accuracyCurve, b: b) }
}
