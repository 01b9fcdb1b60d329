public import Catalogue
internal import Analysis
public import Training

/// The table of a study.
public enum ComparisonPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "comparison", category: .part,
    summary: "a table of all combinations of a study's factors",
    details: """
      One row for each combination of factors but for the seed: the number of runs, mean and \
      sample standard deviation of best and final test accuracy, the 95 % interval of the mean of \
      the best by Student's t, the mean average ratioed accuracy, and the mean time. The best \
      accuracy is the best on test over all epochs, as the papers report it.
      """,
    examples: [.onStudy("comparison", "the table of a study")])

  /// Studies.
  public static let kinds: [SubjectKind] = [.study]

  /// The table, and which combination does best.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    guard case .study(let study) = subject else { throw misfit(subject) }
    var blocks: [Block] = [.heading("Comparison"), .table(study.comparison)]
    if let best = study.best {
      blocks.append(
        .paragraph(
          "The highest mean of best accuracies, "
            + "\(Cell.percent(best.bestAccuracy.mean).reading), is that of "
            + "\(study.label(best.assignment))."))
    }
    let unfinished = study.runs.filter { !$0.completed }.count
    if unfinished > 0 {
      blocks.append(.paragraph("\(unfinished) of \(study.runs.count) runs ended early."))
    }
    return blocks
  }
}

extension Study {
  /// The combinations of factors but for the seed, one a row.
  public var comparison: Table {
    let columns =
      comparedFactors.map { Table.Column($0.name, .text) } + [
        .init("runs"), .init("best", .percent), .init("± sd", .percent),
        .init("95 % from", .percent), .init("to", .percent), .init("final", .percent),
        .init("± sd", .percent), .init("ARA", .percent), .init("time"),
      ]
    return Table(
      title: "Test accuracy", columns: columns,
      rows: summaries.map { $0.assignment.map(Cell.text) + $0.figures },
      note: "Best is the best on test over all epochs, as the papers report; ± is the sample "
        + "standard deviation over runs.")
  }
}

extension StudySummary {
  /// The figures of one combination.
  fileprivate var figures: [Cell] {
    let interval = Statistics.interval95(runs.map(\.bestAccuracy))
    return [
      .count(runs.count), .percent(bestAccuracy.mean), .percent(bestAccuracy.deviation ?? .nan),
      .percent(interval?.lowerBound ?? .nan), .percent(interval?.upperBound ?? .nan),
      .percent(accuracy.mean), .percent(accuracy.deviation ?? .nan),
      .percent(Statistics.mean(runs.map { $0.ara() })), .seconds(seconds.mean),
    ]
  }
}
