internal import Analysis
public import Training

extension Study {
  /// How many figures `published(_:of:)` takes: one for each combination of factors but the seed,
  /// whether it has been run or not.
  public var publishedCount: Int { Self.combinations(of: comparedFactors).count }

  /// Published figures beside those of the runs, one combination a row.
  ///
  /// Measured is the mean over seeds, with the sample standard deviation; a combination that has not
  /// been run yet shows the published figure alone. Factors of a single value have no column.
  /// O(combinations).
  /// - Parameters:
  ///   - figures: the published ones as fractions, one for each combination, the last factor fastest.
  ///   - measure: what they are.
  /// - Precondition: there are `publishedCount` figures.
  public func published(_ figures: [Double], of measure: PublishedMeasure) -> Table {
    let factors = comparedFactors
    let combinations = Self.combinations(of: factors)
    precondition(figures.count == combinations.count, "a figure for each combination")
    let measured = Dictionary(
      summaries.map { ($0.assignment, $0.runs.map { measure($0) }) }, uniquingKeysWith: { $1 })
    // A factor of one value tells no two rows apart, and makes a narrow page narrower.
    let told = factors.indices.filter { factors[$0].values.count > 1 }
    return Table(
      title: "Published and measured: \(measure.title)",
      columns: told.map { Table.Column(factors[$0].name, .text) } + [
        .init("published", .percent), .init("measured", .percent),
        .init("± sd", .percent, isSequel: true),
        .init("runs"), .init("difference", .percent),
      ],
      rows: zip(combinations, figures).map { combination, figure in
        told.map { Cell.text(combination[$0]) } + Self.cells(figure, measured[combination] ?? [])
      },
      note:
        "Measured is the mean over runs that differ in the seed alone; the difference is measured "
        + "less published, in points.")
  }

  /// A published figure, and those of the runs that stand against it.
  private static func cells(_ figure: Double, _ values: [Double]) -> [Cell] {
    guard !values.isEmpty else {
      return [.percent(figure), .missing, .missing, .count(0), .missing]
    }
    let mean = Statistics.mean(values)
    return [
      .percent(figure), .percent(mean), .percent(Statistics.sd(values)), .count(values.count),
      .percent(mean - figure),
    ]
  }
}
