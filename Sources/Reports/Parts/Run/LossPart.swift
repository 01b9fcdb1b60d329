public import Catalogue
internal import Training

/// Curves of the loss by epoch.
public enum LossPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "loss", category: .part, summary: "curves of the loss by epoch",
    details: """
      The mean cross-entropy on the test samples after each epoch, on the validation samples where \
      there are such, and on the training samples as their batches were trained, dropout on.
      """,
    examples: [.onRun("loss", "the loss curves of a run")])

  /// Runs.
  public static let kinds: [SubjectKind] = [.run]

  /// One chart.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    guard case .run(let run) = subject else { throw misfit(subject) }
    let chart = Chart(
      title: "Loss by epoch", x: Axis("epoch", unit: .count), y: Axis("cross-entropy"),
      series: [Series("test", values: run.testLossCurve)]
        + (run.validation == nil ? [] : [Series("validation", values: run.validationLossCurve)])
        + [Series("training", values: run.lossCurve)])
    return [.heading("Loss"), .chart(chart)]
  }
}
