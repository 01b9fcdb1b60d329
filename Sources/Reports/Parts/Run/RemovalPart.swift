public import Catalogue
internal import Analysis
internal import Datasets
internal import Training

/// What is left of the accuracy as inputs are taken away.
public enum RemovalPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "removal", category: .part,
    summary: "test accuracy as inputs are set to 0, by how many connections they have",
    details: """
      Inputs go one after the other by core degree, the least connected first, and in another curve \
      the most connected first; the network is not trained again. Where evolution has found the \
      inputs that matter, the first curve stays high, or rises, until few are left. The network is \
      tried some fifty times for each curve, so the part is shown only where it is named.
      """,
    paper: "Pieterse & Mocanu 2019, section 5",
    examples: [.onRun("removal", "what a run needs of its inputs")])

  /// Runs.
  public static let kinds: [SubjectKind] = [.run]

  /// It costs a hundred evaluations.
  public static let presence = PartPresence.onRequest

  /// How many accuracies a curve has at most.
  static let points = 51

  /// Both curves, and what they come to.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    guard case .run(let run) = subject else { throw misfit(subject) }
    guard let samples = context.test else {
      return [
        .heading("Removal"),
        .facts([Fact("test samples", .count(0), note: "they are not at hand")]),
      ]
    }
    let least = try run.removalCurve(on: samples, order: .least, points: points)
    let most = try run.removalCurve(on: samples, order: .most, points: points)
    // Of equal accuracies the one with the fewest inputs left.
    let best = zip(least.accuracies, least.removed).max { $0 < $1 } ?? (run.accuracy, 0)
    return [
      .heading("Removal"),
      .facts([
        Fact("with all inputs", .percent(least.accuracies[0])),
        Fact(
          "best, the least connected removed", .percent(best.0),
          note: "with \(Cell.count(best.1).reading) of \(Cell.count(samples.width).reading) removed"
        ),
      ]),
      .chart(
        Chart(
          title: "Accuracy with inputs removed", x: Axis("inputs removed", unit: .count),
          y: Axis("test accuracy", unit: .percent),
          series: [
            series("least connected first", least), series("most connected first", most),
          ])),
    ]
  }

  private static func series(_ name: String, _ curve: RemovalCurve) -> Series {
    Series(name, x: curve.removed.map(Double.init), y: curve.accuracies)
  }
}
