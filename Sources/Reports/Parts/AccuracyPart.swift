public import Catalogue
internal import Analysis
internal import Training

/// Curves of accuracy by epoch.
public enum AccuracyPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "accuracy", category: .part, summary: "curves of the accuracy by epoch",
    details: """
      Of a run: on the test samples after each epoch, on the validation samples where there are \
      such, and on the training samples as their batches were trained, dropout on. Of a study: the \
      mean test accuracy of every combination of factors over its seeds, of the runs that reached \
      the epoch, and in drawings their standard deviation as a band.
      """,
    examples: [.onRun("accuracy", "the accuracy curves of a run")])

  /// Runs and studies.
  public static let kinds: [SubjectKind] = [.run, .study]

  /// One chart.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    switch subject {
    case .run(let run):
      let series =
        [Series("test", values: run.accuracyCurve)]
        + (run.validation == nil
          ? [] : [Series("validation", values: run.validationAccuracyCurve)])
        + [Series("training", values: run.trainAccuracyCurve)]
      return [.heading("Accuracy"), .chart(chart("Accuracy by epoch", "accuracy", series))]
    case .study(let study):
      let series = study.meanAccuracySeries
      let isSpread = series.contains { $0.spread != nil }
      return [
        .heading("Accuracy"),
        .chart(
          chart(
            "Mean test accuracy by epoch" + (isSpread ? " ± one standard deviation" : ""),
            "test accuracy", series)),
      ]
    case .dataset, .plan, .network: throw misfit(subject)
    }
  }

  private static func chart(_ title: String, _ label: String, _ series: [Series]) -> Chart {
    Chart(
      title: title, x: Axis("epoch", unit: .count), y: Axis(label, unit: .percent), series: series)
  }
}
