public import Catalogue
internal import Analysis
internal import Training

/// What evolution did to the topology.
public enum EvolutionPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "evolution", category: .part,
    summary: "connections removed and added, by epoch and layer",
    details: "For long runs the table shows the first and last evolutions and some between, "
      + "evenly spread; the CSV and JSON forms hold the same rows.",
    examples: [.onRun("evolution", "what evolution did in a run")])

  /// Runs.
  public static let kinds: [SubjectKind] = [.run]

  /// How many evolutions the table shows at most.
  static let shown = 12

  /// The table, and what it comes to.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    guard case .run(let run) = subject else { throw misfit(subject) }
    let evolutions = run.churn
    guard !evolutions.isEmpty else {
      return [
        .heading("Evolution"),
        .paragraph("No connection was ever removed or added (policy \(run.policy))."),
      ]
    }
    let chosen = spread(evolutions.count)
    let all = Churn.evolutions(of: run.evolutionRecords)
    let records = chosen.flatMap { all[$0] }
    let note =
      chosen.count < evolutions.count
      ? "\(chosen.count) of \(evolutions.count) evolutions, evenly spread." : nil
    let added = evolutions.reduce(0) { $0 + $1.added }
    let share = Statistics.mean(evolutions.map(\.share))
    return [
      .heading("Evolution"),
      .facts(
        [
          Fact("evolutions", .count(evolutions.count)),
          Fact("connections added in all", .count(added)),
          Fact("mean share replaced", .percent(share), note: "of the evolving layers' connections"),
        ] + explored(run)),
    ] + curves(run, evolutions) + [.table(table(records, note: note))]
  }

  /// What each evolution replaced and, where the run followed it, how much has been tried by then; none
  /// where there would be a level line.
  private static func curves(_ run: Run, _ evolutions: [Churn]) -> [Block] {
    let explored = Exploration.perEvolution(run.evolutionRecords)
    let shares = evolutions.map(\.share)
    let varies = Statistics.max(shares) - Statistics.min(shares) > 0.005
    guard evolutions.count > 1, explored != nil || varies else { return [] }
    return [
      .chart(
        Chart(
          title: "Evolution by evolution", x: Axis("evolution", unit: .count),
          y: Axis("share", unit: .percent, showsZero: true),
          series: [Series("replaced", values: shares)]
            + (explored.map { [Series("explored", values: $0.map(\.share))] } ?? [])))
    ]
  }

  /// How much was tried, where the run followed it.
  private static func explored(_ run: Run) -> [Fact] {
    guard let last = Exploration.perEvolution(run.evolutionRecords)?.last else { return [] }
    return [
      Fact("explored", .percent(last.share), note: "of the cells that could hold a connection")
    ]
  }

  /// Positions spread evenly over `count` evolutions, first and last included.
  static func spread(_ count: Int) -> [Int] {
    guard count > shown else { return Array(0..<count) }
    return (0..<shown).map { $0 * (count - 1) / (shown - 1) }
  }

  private static func table(_ records: [EvolutionRecord], note: String?) -> Table {
    let isFollowed = records.contains { $0.explored != nil }
    return Table(
      title: "Evolution by epoch and layer",
      columns: [
        .init("epoch"), .init("layer"), .init("removed"), .init("added"), .init("nonzeros"),
        .init("density", .percent),
      ] + (isFollowed ? [.init("explored", .percent)] : []),
      rows: records.map { record in
        [
          .count(record.epoch), .count(record.layer), .count(record.removed), .count(record.added),
          .count(record.nonzeros), .percent(record.density),
        ] + (record.explored.map { [.percent($0)] } ?? [])
      }, note: note)
  }
}
