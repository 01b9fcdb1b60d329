extension Chart {
  /// The chart that `plot` makes: one line a list, over 1, 2, 3 ….
  /// - Parameters:
  ///   - lists: named lists of numbers; a name may be empty where there is one.
  ///   - title: the caption.
  ///   - log: whether the vertical axis is logarithmic.
  ///   - unit: what the values are.
  ///   - x: what is counted along the horizontal axis.
  public static func plot(
    _ lists: [(name: String, values: [Double])], title: String = "", log: Bool = false,
    unit: Axis.Unit = .number, x: String = ""
  ) -> Chart {
    Chart(
      title: title, x: Axis(x, unit: .count), y: Axis(unit: unit, scale: log ? .log : .linear),
      series: lists.map { Series($0.name, values: $0.values) })
  }
}
