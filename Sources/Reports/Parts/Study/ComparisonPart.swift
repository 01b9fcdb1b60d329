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
      accuracy is the best on test over all epochs, as the papers report it. Where there are \
      validation samples, mean and deviation of the selected accuracy stand beside it, on test at \
      the epoch that was best on validation; where runs stopped early, the mean number of epochs.
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
    let summaries = summaries
    let selects = summaries.contains { $0.selectedAccuracy != nil }
    let stops = runs.contains { $0.stoppedEarly }
    var columns = comparedFactors.map { Table.Column($0.name, .text) }
    columns += [
      .init("runs"), .init("best", .percent), .init("± sd", .percent, isSequel: true),
      .init("95 % from", .percent), .init("to", .percent, isSequel: true),
    ]
    if selects {
      columns += [.init("selected", .percent), .init("± sd", .percent, isSequel: true)]
    }
    columns += [
      .init("final", .percent), .init("± sd", .percent, isSequel: true), .init("ARA", .percent),
    ]
    if stops { columns.append(.init("epochs")) }
    columns.append(.init("time"))
    return Table(
      title: "Test accuracy", columns: columns,
      rows: summaries.map {
        $0.assignment.map(Cell.text) + $0.figures(selects: selects, stops: stops)
      },
      note: "Best is the best on test over all epochs, as the papers report; "
        + (selects ? "selected is on test at the epoch that was best on validation; " : "")
        + "± is the sample standard deviation over runs.")
  }
}

extension StudySummary {
  /// The figures of one combination.
  fileprivate func figures(selects: Bool, stops: Bool) -> [Cell] {
    let interval = Statistics.interval95(runs.map(\.bestAccuracy))
    var cells: [Cell] = [
      .count(runs.count), .percent(bestAccuracy.mean), .percent(bestAccuracy.deviation ?? .nan),
      .percent(interval?.lowerBound ?? .nan), .percent(interval?.upperBound ?? .nan),
    ]
    if selects {
      cells.append(.percent(selectedAccuracy?.mean ?? .nan))
      cells.append(.percent(selectedAccuracy?.deviation ?? .nan))
    }
    cells += [
      .percent(accuracy.mean), .percent(accuracy.deviation ?? .nan),
      .percent(Statistics.mean(runs.map { $0.ara() })),
    ]
    if stops { cells.append(.number(epochs.mean)) }
    return cells + [.seconds(seconds.mean)]
  }
}
