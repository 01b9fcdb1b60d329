#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The different values of a sample and how often each occurs.
struct ValueCounts {
  /// The values, ascending, from 1.
  let values: [Int]
  /// How many of the sample are less than each value; at the end the number of all.
  let before: [Int]
  /// The sum of the logarithms of all of the sample from each value on.
  private let logarithms: [Double]

  /// How large the sample is.
  var total: Int { before[values.count] }

  /// Counts an ascending sample of values from 1. O(n).
  init(_ sample: [Int]) {
    var values: [Int] = []
    var before: [Int] = []
    for (place, value) in sample.enumerated() where values.last != value {
      values.append(value)
      before.append(place)
    }
    before.append(sample.count)
    var sums = [Double](repeating: 0, count: values.count)
    var sum = 0.0
    for place in values.indices.reversed() {
      sum += Double(before[place + 1] - before[place]) * log(Double(values[place]))
      sums[place] = sum
    }
    self.values = values
    self.before = before
    logarithms = sums
  }

  /// The law from one of the values on that lies nearest, the lowest such value of several; nil where
  /// there are fewer than two values, since one fits any law without end.
  func nearestLaw() -> (place: Int, law: PowerLaw, distance: Double)? {
    var best: (place: Int, law: PowerLaw, distance: Double)?
    for place in values.indices.dropLast() {
      let law = law(minimum: values[place], from: place)
      let distance = distance(law, from: place, below: best?.distance ?? .infinity)
      if distance < best?.distance ?? .infinity { best = (place, law, distance) }
    }
    return best
  }

  /// The most likely law of an x_min for the sample from a value on.
  func law(minimum: Int, from place: Int) -> PowerLaw {
    let count = Double(total - before[place])
    let mean = logarithms[place] / count - log(Double(minimum))
    // Rounding must not make nothing of a mean that is small and positive.
    return PowerLaw(minimum: minimum, meanLogarithm: max(mean, 1e-300))
  }

  /// ln L = −n ln ζ(α, x_min) − α Σ ln x (Clauset, Shalizi & Newman 2009, Eq. B.8).
  func logLikelihood(_ law: PowerLaw, from place: Int) -> Double {
    let count = Double(total - before[place])
    let first = log(law.probability(law.minimum)) + law.exponent * log(Double(law.minimum))
    return count * first - law.exponent * logarithms[place]
  }

  /// The greatest |S(x) − P(x)|: S rises at the values alone, so that it lies at one or just before.
  /// - Parameter bound: where the distance is found to be no less, it need not be exact.
  func distance(_ law: PowerLaw, from place: Int, below bound: Double = .infinity) -> Double {
    let count = Double(total - before[place])
    var greatest = 0.0
    var cumulative = 0.0
    var next = law.minimum
    for value in place..<values.count {
      let x = values[value]
      // Far steps go by the tail, near ones by the probabilities between.
      if x - next > 24 {
        cumulative = 1 - law.tail(from: x)
      } else {
        for between in next..<x { cumulative += law.probability(between) }
      }
      greatest = max(greatest, abs(cumulative - Double(before[value] - before[place]) / count))
      cumulative += law.probability(x)
      next = x + 1
      greatest = max(greatest, abs(cumulative - Double(before[value + 1] - before[place]) / count))
      if greatest >= bound { break }
    }
    return greatest
  }
}
