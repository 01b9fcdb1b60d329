public import Catalogue
internal import Analysis
public import Training

/// What of a study's differences is more than chance.
public enum SignificancePart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "significance", category: .part,
    summary: "which combinations of a study are significantly better or worse than the baseline",
    details: """
      For final accuracy, for the best on test and, where there are validation samples, for the \
      test accuracy at the epoch that was best on them, each on its own: mean, sample standard \
      deviation and 95 % interval over seeds; the mean difference to the baseline, which is the \
      combination with the first value of the first factor and the same values of all others; \
      Student's paired t test of it, run by run of the same seed, and its p-value after Holm's \
      correction over all tests of the table. A win or loss is significant at 5 %, a tie is not. \
      No test is possible with fewer than two common seeds, nor where all differences are \
      the same.
      """,
    paper: "Student 1908; Holm 1979",
    examples: [
      Example(
        "spirals = data spirals\nnet = network in-32-out\n"
          + "study = compare net data=spirals epochs=3 over policy=[static, set] seed=1..3\n"
          + "report study show=[significance]", "what of a study is more than chance")
    ])

  /// Studies.
  public static let kinds: [SubjectKind] = [.study]

  /// A table for each measure, and how often each value of the first factor wins.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    guard case .study(let study) = subject else { throw misfit(subject) }
    let heading = Block.heading("Significance")
    guard let factor = study.comparedFactors.first, let baseline = factor.values.first,
      factor.values.count > 1
    else {
      return [heading, .paragraph("There is nothing to compare but seeds.")]
    }
    let tables = study.measures.map { ($0, study.significance(of: $0)) }
    guard tables.contains(where: { $0.1.contains { $0.test != nil } }) else {
      return [
        heading,
        .paragraph(
          "No test is possible: it takes two seeds or more, as in `over \(factor.name)=… seed=1..5`, "
            + "and differences that are not all the same."),
      ]
    }
    return [heading]
      + tables.flatMap { measure, rows in
        [.table(study.significanceTable(rows, of: measure))]
          + (tally(rows, factor.name, baseline).map { [Block.paragraph($0)] } ?? [])
      }
  }

  /// Wins, ties and losses of each value of the first factor, if some are tested.
  private static func tally(
    _ rows: [Significance], _ factor: String, _ baseline: String
  ) -> String? {
    var values: [String] = []
    for row in rows where row.verdict != nil {
      if let value = row.assignment.first, !values.contains(value) { values.append(value) }
    }
    guard !values.isEmpty else { return nil }
    let counts = values.map { value -> String in
      let verdicts = rows.filter { $0.assignment.first == value }.compactMap(\.verdict)
      let numbers = Verdict.allCases.map { verdict in
        "\(verdicts.filter { $0 == verdict }.count)"
      }
      return "\(value) \(numbers.joined(separator: "/"))"
    }
    return "Wins, ties and losses against \(factor)=\(baseline): "
      + counts.joined(separator: ", ") + "."
  }
}

extension Study {
  /// The combinations held against their baselines by final accuracy, one a row.
  public var significanceTable: Table {
    significanceTable(significance(of: .final), of: .final)
  }

  /// Rows of `significance(of:)` as a table.
  fileprivate func significanceTable(_ rows: [Significance], of measure: AccuracyMeasure) -> Table {
    let columns =
      comparedFactors.map { Table.Column($0.name, .text) } + [
        .init("runs"), .init("mean", .percent), .init("± sd", .percent, isSequel: true),
        .init("95 % from", .percent), .init("to", .percent, isSequel: true),
        .init("difference", .percent),
        .init("t"), .init("p"), .init("p (Holm)"), .init("mark", .text),
      ]
    return Table(
      title: measure.title, columns: columns,
      rows: rows.map { $0.assignment.map(Cell.text) + $0.figures }, note: measure.note)
  }
}

extension AccuracyMeasure {
  fileprivate var title: String {
    switch self {
    case .final: "Final test accuracy"
    case .bestOnTest: "Best test accuracy over all epochs"
    case .bestOnValidation: "Test accuracy at the epoch best on validation"
    }
  }

  fileprivate var note: String {
    switch self {
    case .final: "Of the networks as training left them."
    case .bestOnTest:
      "Best on test, as the papers report: too high, since the test samples chose the epoch."
    case .bestOnValidation: "Best on validation: no test sample had a say in the epoch."
    }
  }
}

extension Significance {
  /// The figures of one combination.
  fileprivate var figures: [Cell] {
    let interval = Statistics.interval95(accuracies)
    let mark = verdict?.rawValue ?? (isBaseline ? "baseline" : "–")
    return [
      .count(accuracies.count), .percent(Statistics.mean(accuracies)),
      .percent(Statistics.sd(accuracies)), .percent(interval?.lowerBound ?? .nan),
      .percent(interval?.upperBound ?? .nan), .percent(test?.difference ?? .nan),
      .number(test?.statistic ?? .nan, decimals: 2), .number(test?.p ?? .nan),
      .number(correctedP ?? .nan),
      .text(mark),
    ]
  }
}
