import Catalogue
import Reports

/// Charts of every sort, small and awkward ones among them.
enum SampleCharts {
  static let accuracy = Axis("accuracy", unit: .percent)
  static let epoch = Axis("epoch", unit: .count)

  /// All of them by name; each has golden files of that name.
  static let all: [(name: String, chart: Chart)] = [
    ("empty", Chart(title: "Nothing yet", x: epoch, y: accuracy, series: [])),
    ("no-points", chart(Series("test", values: []))),
    ("all-nan", chart(Series("test", values: [.nan, .nan]))),
    ("one-point", chart(Series("test", values: [0.85]))),
    ("two-lines", Chart(title: "Accuracy by epoch", x: epoch, y: accuracy, series: twoLines)),
    ("gaps", chart(Series("test", values: [0.1, 0.4, .nan, 0.5, .infinity, 0.7, 0.75, 0.9]))),
    (
      "bands",
      Chart(
        title: "Mean of three", x: epoch, y: accuracy,
        series: [
          Series(
            "set", values: [0.4, 0.6, 0.7, 0.74, 0.75], spread: [0.08, 0.05, .nan, 0.02, 0.02]),
          Series("static", values: [0.35, 0.5, .nan, 0.55], spread: [0.1, 0.1, 0.1, 0.1]),
        ])
    ),
    ("constant", chart(Series("test", values: [0.5, 0.5, 0.5, 0.5]))),
    (
      "log",
      Chart(
        title: "Loss", x: epoch, y: Axis("loss", scale: .log),
        series: [Series("test", values: [250, 31, 4, 0, 0.7, -1, 0.08, 0.011])])
    ),
    (
      "log-narrow",
      Chart(
        title: "", x: Axis("lr", scale: .log), y: Axis("loss", scale: .log),
        series: [Series("", x: [0.01, 0.03, 0.1, 0.3], y: [2.1, 2.9, 6.5, 12])])
    ),
    (
      "points",
      Chart(
        title: "Weights", x: Axis("before"), y: Axis("after"),
        series: [
          Series("kept", .points, x: [-2, -1, 0.5, 1.5], y: [-1.8, -1.1, 0.7, 1.4]),
          Series("new", .points, x: [0, 0, 0], y: [0.1, -0.1, 0]),
        ])
    ),
    (
      "step",
      Chart(
        title: "Learning rate", x: epoch, y: Axis("rate"),
        series: [Series("rate", .step, values: [0.1, 0.1, 0.05, 0.05, 0.025, 0.0125])])
    ),
    (
      "bars",
      Chart(
        title: "Gain", x: Axis("layer", unit: .count), y: Axis("gain", unit: .percent),
        series: [Series("gain", .bars, values: [0.031, -0.012, 0.02])])
    ),
    (
      "histogram",
      .histogram(
        title: "Degrees", label: "degree", of: [3, 4, 4, 5, 5, 5, 6, 6, 7, 12].map(Double.init),
        name: "inputs", unit: .count)
    ),
    (
      "histogram-log",
      .histogram(
        title: "Values", label: "value",
        of: (0..<1000).map { Double($0 % 10 == 0 ? $0 : $0 % 50) / 7 }, logarithmic: true)
    ),
    ("one-seed", chart(Series("set", values: [0.4, 0.6, 0.7, 0.74], spread: oneSeed))),
    ("million", Chart(title: "A million", x: epoch, y: Axis("value"), series: [million])),
    ("forty-series", fortySeries),
    ("markup", Chart(title: "<b>&\"'", x: Axis("</svg>"), y: Axis("a|b"), series: hostile)),
  ]

  /// The spread of a single run is no number.
  private static let oneSeed = [Double](repeating: .nan, count: 4)

  /// A slow wave under a fast one, with a gap.
  private static let million = Series(
    "value",
    values: (0..<1_000_000).map { step in
      guard !(400_000..<450_000).contains(step) else { return .nan }
      let (slow, fast) = (abs(step % 500_000 - 250_000), abs(step % 100 - 50))
      return Double(slow) / 10_000 + Double(fast) / 10
    })

  static let fortySeries = Chart(
    title: "Forty", x: epoch, y: Axis("value"),
    series: (0..<40).map { n in
      Series("series \(n)", values: (0..<5).map { Double(n) + Double($0 * $0) / 4 })
    })

  private static let twoLines = [
    Series("test", values: [0.62, 0.71, 0.79, 0.83, 0.86, 0.855, 0.87, 0.88]),
    Series("training", values: [0.55, 0.69, 0.8, 0.88, 0.93, 0.95, 0.97, 0.98]),
  ]

  private static let hostile = [
    Series("<script>alert(1)</script>", values: [1, 2]),
    Series("\u{1B}[31m] | `x` \n next", values: [2, 1]),
  ]

  private static func chart(_ series: Series) -> Chart {
    Chart(title: "Accuracy", x: epoch, y: accuracy, series: [series])
  }
}
