public import Training

/// One combination of a study's factors, held against its baseline.
public struct Significance: Sendable, Equatable {
  /// The level below which a corrected p-value is significant.
  public static let level = 0.05

  /// The values of the compared factors, in their order.
  public let assignment: [String]
  /// The accuracies of its runs, in the order in which they were made, of those that have one.
  public let accuracies: [Double]
  /// Whether others are held against it: its first factor has its first value.
  public let isBaseline: Bool
  /// The test against the combination that differs in the first factor alone, paired by seed; nil
  /// for a baseline and where nothing can be tested.
  public let test: PairedTest?
  /// The p-value of the test after Holm's correction over all tests of the study.
  public let correctedP: Double?

  /// What the test comes to; nil where there is none.
  public var verdict: Verdict? {
    guard let test, let correctedP else { return nil }
    if correctedP >= Self.level { return .tie }
    return test.difference > 0 ? .win : .loss
  }
}

extension Study {
  /// All combinations of factors but for the seed, each held against its baseline: the combination
  /// with the first value of the first factor and its own values of all others. O(runs).
  public func significance(of measure: AccuracyMeasure) -> [Significance] {
    let summaries = summaries
    let baseline = comparedFactors.first?.values.first
    let tests = summaries.map { summary -> PairedTest? in
      guard let own = summary.assignment.first, own != baseline else { return nil }
      let base = summaries.first {
        $0.assignment.first == baseline
          && $0.assignment.dropFirst() == summary.assignment.dropFirst()
      }
      guard let base else { return nil }
      return Self.test(summary.runs, base.runs, measure)
    }
    let corrected = Statistics.holm(tests.map { $0?.p })
    return zip(summaries, zip(tests, corrected)).map { summary, tested in
      Significance(
        assignment: summary.assignment, accuracies: summary.runs.compactMap { measure($0) },
        isBaseline: baseline != nil && summary.assignment.first == baseline, test: tested.0,
        correctedP: tested.1)
    }
  }

  /// The test of the runs whose seeds both have; of several runs with a seed, the first counts.
  private static func test(_ runs: [Run], _ base: [Run], _ measure: AccuracyMeasure) -> PairedTest?
  {
    let others = Dictionary(
      base.compactMap { run in measure(run).map { (run.seed, $0) } },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<UInt64> = []
    var pairs: [(own: Double, other: Double)] = []
    for run in runs where seen.insert(run.seed).inserted {
      if let own = measure(run), let other = others[run.seed] { pairs.append((own, other)) }
    }
    return PairedTest(pairs.map(\.own), pairs.map(\.other))
  }
}
