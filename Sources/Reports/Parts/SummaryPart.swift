public import Catalogue
internal import Datasets

/// The facts of a run, data set or network at a glance.
public enum SummaryPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "summary", category: .part,
    summary: "what it is and how well it does, at a glance",
    details: """
      Of a run: policy, data, shape, parameters, density, final and best accuracy, the average \
      ratioed accuracy, time, seed and digest. The best accuracy is the best on the test \
      samples over all epochs, as the papers report it, and marked so; with validation samples, \
      the test accuracy at the epoch that was best on them stands beside it. Of a data set and a \
      network: sizes and settings.
      """,
    examples: [.onRun("summary", "the facts of a run")])

  /// Runs, data sets and networks.
  public static let kinds: [SubjectKind] = [.run, .dataset, .network]

  /// The facts, and what the user should know besides.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    let blocks: [Block] =
      switch subject {
      case .run(let run): [.facts(run.facts)] + run.remarks.map(Block.paragraph)
      case .dataset(let dataset): [.facts(dataset.facts)] + dataset.remarks.map(Block.paragraph)
      case .plan(let plan): [.facts(plan.facts)]
      case .network(let network): [.facts(network.facts)]
      case .study: throw misfit(subject)
      }
    return [.heading("Summary")] + blocks
  }
}
