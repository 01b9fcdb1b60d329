extension Chart {
  /// A histogram: how many of `values` fall into each of equally wide bins.
  ///
  /// The width is the 1, 2 or 5 times a power of ten next above the rule of Freedman and Diaconis
  /// (2·IQR·n^(−1/3)), at most 60 bins, and whole where all values are whole. Values that are not
  /// finite are left out. O(n log n).
  public static func histogram(
    title: String, label: String, of values: [Double], name: String = "", unit: Axis.Unit = .number,
    logarithmic: Bool = false
  ) -> Chart {
    let sorted = values.filter(\.isFinite).sorted()
    let whole = sorted.allSatisfy { $0 == $0.rounded() && abs($0) < 1e15 }
    let bins = HistogramBins(sorted: sorted, whole: whole)
    return Chart(
      title: title, x: Axis(label, unit: unit),
      y: Axis("count", unit: .count, scale: logarithmic ? .log : .linear, showsZero: true),
      series: [
        Series(name, .bars, x: bins.centres, y: bins.counts, barWidth: bins.width)
      ])
  }
}

extension Chart {
  /// Two histograms over the same bins: `values` as bars, and as a line those of `before`, with which
  /// they are compared. Otherwise as the histogram of one.
  public static func histogram(
    title: String, label: String, of values: [Double], name: String, before: [Double],
    beforeName: String, unit: Axis.Unit = .number
  ) -> Chart {
    let known = [values, before].map { $0.filter(\.isFinite) }
    let sorted = known.joined().sorted()
    let whole = sorted.allSatisfy { $0 == $0.rounded() && abs($0) < 1e15 }
    let bins = HistogramBins(sorted: sorted, whole: whole)
    return Chart(
      title: title, x: Axis(label, unit: unit), y: Axis("count", unit: .count, showsZero: true),
      series: [
        Series(
          name, .bars, x: bins.centres, y: bins.counts(of: known[0]), barWidth: bins.width),
        Series(beforeName, x: bins.centres, y: bins.counts(of: known[1])),
      ])
  }
}

/// Equally wide bins and what fell into them.
struct HistogramBins {
  /// The width of every bin.
  let width: Double
  /// The middle of each bin.
  private(set) var centres: [Double] = []
  /// How many values fell into each.
  private(set) var counts: [Double] = []
  /// Where the first begins, in widths from zero.
  private var first = 0.0
  /// How far below a value of its own a bin begins.
  private var shift = 0.0

  /// Bins for values in ascending order, all finite. A bin holds its lower end; whole values lie
  /// in the middle of bins one wide.
  init(sorted: [Double], whole: Bool) {
    guard let low = sorted.first, let high = sorted.last else {
      width = 1
      return
    }
    let width = Self.width(sorted, low: low, high: high, whole: whole)
    self.width = width
    shift = whole ? 0.5 : 0
    // In steps from zero: the distance of two values may overflow where neither does.
    first = ((low + shift) / width).rounded(.down)
    counts = [Double](repeating: 0, count: bin(high) + 1)
    counts = counts(of: sorted)
    centres = counts.indices.map { (first + Double($0) + 0.5) * width - shift }
  }

  /// How many of other values fall into each bin; what lies beyond the ends is counted there.
  func counts(of values: [Double]) -> [Double] {
    var counts = [Double](repeating: 0, count: self.counts.count)
    guard !counts.isEmpty else { return counts }
    for value in values { counts[min(bin(value), counts.count - 1)] += 1 }
    return counts
  }

  private func bin(_ value: Double) -> Int {
    Int(min(max(((value + shift) / width - first).rounded(.down), 0), 1000))
  }

  private static func width(
    _ sorted: [Double], low: Double, high: Double, whole: Bool
  ) -> Double {
    let span = min(high - low, .greatestFiniteMagnitude)
    guard span > max(abs(low), abs(high)) * 1e-12, span > 1e-280 else {
      return whole ? 1 : max(abs(low), 1) * 0.1
    }
    let quartiles = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
    let rule = 2 * quartiles / PowerOfTen.cubeRoot(Double(sorted.count))
    let wanted = max(rule.isFinite ? rule : 0, span / 60)
    let width = NiceStep(atLeast: rule > 0 ? min(wanted, span / 5) : span / 30).value
    return whole ? max(width.rounded(.up), 1) : width
  }
}
