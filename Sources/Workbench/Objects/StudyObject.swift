internal import Analysis
internal import Catalogue
package import Language
package import Reports
package import Training

/// What `compare` makes: one run for every combination of its factors.
package struct StudyObject: SessionObject {
  package static let kind = "study"

  /// The study.
  package let study: Study
  /// Its runs as objects, in its order.
  package let runs: [RunObject]
  /// The first value of the first factor.
  package let baseline: Value
  /// How many runs were asked for; fewer are there if it was interrupted.
  package let asked: Int

  package static let members: [Member<StudyObject>] = [
    Member("table", .object(["table"]), "the comparison, one row a combination") {
      .object(TableObject(table: $0.study.comparison))
    },
    Member("significance", .object(["table"]), "the final accuracies held against the baseline") {
      .object(TableObject(table: $0.study.significanceTable))
    },
    Member("best", .object(["run"]), "the best run of the combination with the best mean") {
      try $0.best().map { .object($0) } ?? .nothing
    },
    Member("runs", .list(.object(["run"])), "all runs") { .list($0.runs.map { .object($0) }) },
    Member("baseline", .any, "the first value of the first factor") { $0.baseline },
  ]

  /// The run with the best test accuracy over its epochs among those of the combination whose mean
  /// of best test accuracies is highest; the first if several are equal.
  private func best() throws -> RunObject? {
    guard let best = study.best else { return nil }
    let highest = best.runs.map(\.bestAccuracy).max()
    guard let chosen = best.runs.first(where: { $0.bestAccuracy == highest }) else { return nil }
    return runs.first { $0.run.digest == chosen.digest && $0.run.policy == chosen.policy }
  }

  package var subject: Subject? { .study(study) }

  package var summary: String {
    let made = runs.count == asked ? "\(runs.count) runs" : "\(runs.count) of \(asked) runs"
    let factors = study.factors.map { "\($0.name) (\($0.values.count))" }
    let best = study.best.map { best in
      "; best mean \(NumberText.percent(best.bestAccuracy.mean)) with "
        + zip(study.comparedFactors, best.assignment).map { "\($0.name)=\($1)" }
        .joined(separator: " ")
    }
    return "study (\(made)) over \(factors.joined(separator: ", "))"
      + (study.comparedFactors.isEmpty ? "" : best ?? "")
  }

  package var json: JSONValue {
    [
      "runs": .array(
        zip(study.entries, runs).map { entry, object in
          [
            "factors": .object(
              zip(study.factors, entry.assignment).map { .init($0.name, .text($1)) }),
            "run": object.json,
          ]
        }),
      "asked": .integer(asked),
      "summaries": .array(
        study.summaries.map { summary in
          .object(fields(of: summary))
        }),
      "significance": .object(study.measures.map { .init($0.key, significance(of: $0)) }),
    ]
  }

  private func fields(of summary: StudySummary) -> [JSONValue.Member] {
    let factors = zip(study.comparedFactors, summary.assignment).map { factor, value in
      JSONValue.Member(factor.name, .text(value))
    }
    let spreads: [(AccuracyMeasure, Spread?)] = [
      (.final, summary.accuracy), (.bestOnTest, summary.bestAccuracy),
      (.bestOnValidation, summary.selectedAccuracy),
    ]
    return [.init("factors", .object(factors)), .init("count", .integer(summary.runs.count))]
      + spreads.flatMap { measure, spread -> [JSONValue.Member] in
        guard let spread else { return [] }
        return [
          .init("\(measure.key)_mean", .number(spread.mean)),
          .init("\(measure.key)_deviation", JSONValue(spread.deviation)),
        ]
      }
  }

  private func significance(of measure: AccuracyMeasure) -> JSONValue {
    .array(
      study.significance(of: measure).map { row in
        let interval = Statistics.interval95(row.accuracies)
        return [
          "factors": .object(
            zip(study.comparedFactors, row.assignment).map { .init($0.name, .text($1)) }),
          "mean": .number(Statistics.mean(row.accuracies)),
          "deviation": .number(Statistics.sd(row.accuracies)),
          "interval_from": JSONValue(interval?.lowerBound),
          "interval_to": JSONValue(interval?.upperBound), "baseline": .logic(row.isBaseline),
          "pairs": JSONValue(row.test?.pairs), "difference": JSONValue(row.test?.difference),
          "t": JSONValue(row.test?.statistic), "p": JSONValue(row.test?.p),
          "p_holm": JSONValue(row.correctedP),
          "verdict": row.verdict.map { .text($0.rawValue) } ?? .null,
        ]
      })
  }
}

extension AccuracyMeasure {
  /// The measure as a run's members name it.
  fileprivate var key: String {
    switch self {
    case .final: "accuracy"
    case .bestOnTest: "best_accuracy"
    case .bestOnValidation: "selected_accuracy"
    }
  }
}
