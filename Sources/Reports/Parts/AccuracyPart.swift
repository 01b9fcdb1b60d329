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
      the epoch.
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
      return [
        .heading("Accuracy"),
        .chart(
          chart("Mean test accuracy by epoch", "test accuracy", study.meanAccuracySeries)),
      ]
    case .dataset, .plan, .network: throw misfit(subject)
    }
  }

  private static func chart(_ title: String, _ label: String, _ series: [Series]) -> Chart {
    Chart(
      title: title, x: Axis("epoch", unit: .count), y: Axis(label, unit: .percent), series: series)
  }
}
