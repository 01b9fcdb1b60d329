/// Where dense wins.
package enum Crossover {
  /// The least density from which a sparse layer takes longer than a dense one, on straight lines
  /// between the measured points; nil where it is faster at all of them.
  /// - Parameters:
  ///   - points: densities with the time that each takes, densities ascending.
  ///   - dense: the time of the dense layer.
  package static func density(
    _ points: [(density: Double, seconds: Double)], dense: Double
  ) -> Double? {
    // From the end: what counts is the density from which dense stays faster.
    guard let last = points.last, last.seconds > dense else { return nil }
    var above = last
    for point in points.dropLast().reversed() {
      if point.seconds <= dense {
        let part = (dense - point.seconds) / (above.seconds - point.seconds)
        return point.density + part * (above.density - point.density)
      }
      above = point
    }
    return above.density
  }
}
