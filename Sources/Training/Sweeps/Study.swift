/// What `compare` makes: one run for every combination of its factors' values.
public struct Study: Sendable {
  /// One thing that was varied.
  public struct Factor: Sendable, Equatable {
    /// The key that was varied, such as `policy`.
    public let name: String
    /// Its values as a script writes them, in order.
    public let values: [String]

    /// A factor and its values.
    public init(_ name: String, _ values: [String]) {
      self.name = name
      self.values = values
    }
  }

  /// One run with the factor values it was made with.
  public struct Entry: Sendable {
    /// A value for each factor, in the order of the study's factors.
    public let assignment: [String]
    /// The run.
    public let run: Run

    /// A run made with these values.
    public init(_ assignment: [String], _ run: Run) {
      self.assignment = assignment
      self.run = run
    }
  }

  /// What was varied, in the order of the statement.
  public let factors: [Factor]
  /// The runs that were made, the last factor varying fastest.
  public let entries: [Entry]

  /// A study of these runs.
  /// - Precondition: every assignment has one value for each factor.
  public init(factors: [Factor], entries: [Entry]) {
    precondition(entries.allSatisfy { $0.assignment.count == factors.count })
    self.factors = factors
    self.entries = entries
  }

  /// The runs alone.
  public var runs: [Run] { entries.map(\.run) }

  /// Every combination of the factors' values, the last factor varying fastest. One empty
  /// combination if there are no factors, none if a factor has no values.
  public static func combinations(of factors: [Factor]) -> [[String]] {
    factors.reduce([[]]) { partial, factor in
      partial.flatMap { head in factor.values.map { head + [$0] } }
    }
  }

  /// The first value of the first factor, which the others are held against.
  public var baseline: String? { factors.first?.values.first }

  /// The factors but for the seed, whose runs are repetitions of one another.
  public var comparedFactors: [Factor] { factors.filter { $0.name != "seed" } }

  /// The runs of each combination of factors but for the seed, summed up; in the order in which
  /// the combinations first occur.
  public var summaries: [StudySummary] {
    let compared = factors.indices.filter { factors[$0].name != "seed" }
    var order: [[String]] = []
    var groups: [[String]: [Run]] = [:]
    for entry in entries {
      let key = compared.map { entry.assignment[$0] }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(entry.run)
    }
    return order.map { StudySummary(assignment: $0, runs: groups[$0] ?? []) }
  }

  /// The combination with the highest mean of best accuracies, the earliest if several have it; nil
  /// if there are no runs.
  public var best: StudySummary? {
    let summaries = summaries
    guard let highest = summaries.map(\.bestAccuracy.mean).max() else { return nil }
    return summaries.first { $0.bestAccuracy.mean == highest }
  }
}
