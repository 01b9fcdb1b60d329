internal import Catalogue
internal import Evolution
internal import Reports
internal import Sparse

/// Why the connections of a layer went and came, in sentences and tables.
struct EvolutionReasons {
  /// The most rows that a table shows. Of layers with more connections those that stay are left out.
  private static let mostRows = 40

  /// What happened to the layer.
  let layer: ExplainedEvolution

  /// What went, and what came.
  var blocks: [Block] {
    [
      .paragraph(removal), .table(removalTable), .paragraph(growth), .table(growthTable),
    ]
  }

  /// Why a connection went.
  func removal(_ change: ExplainedEvolution.Change) -> String {
    guard let measure = layer.removalMeasure, let score = change.score else { return "" }
    let what = measure == "weight" ? "" : "\(measure) \(Self.text(score)), "
    return change.threshold.map { "\(what)nearer to zero than the threshold \(Self.text($0))" }
      ?? what + "nothing of its sign stays"
  }

  /// Why a connection came.
  func growth(_ change: ExplainedEvolution.Change) -> String {
    guard let measure = layer.growthMeasure, let score = change.score else { return "" }
    let needed =
      change.threshold.map { ", of which \(Self.text($0)) was needed" }
      ?? (layer.growthIsByScore ? ", drawn at random" : "")
    return "\(measure) \(Self.text(score))\(needed)"
  }

  // MARK: - What goes

  private var removal: String {
    let gone = layer.removed.count
    guard let measure = layer.removalMeasure else { return "\(gone) go." }
    guard layer.hasTails else {
      return "What goes: of all \(layer.before.nonzeros) the \(gone) with the smallest \(measure)."
    }
    let tails = [("positive", 1.0, "smallest"), ("negative", -1.0, "largest")]
      .compactMap { name, sign, which -> String? in
        let before = (layer.kept + layer.removed).count { ($0.score ?? 0) * sign > 0 }
        let count = layer.removed.count { ($0.score ?? 0) * sign > 0 }
        let side = "of the \(NumberText.count(before)) with a \(name) \(measure)"
        if before == 0 { return nil }
        return count == 0 ? "none \(side)" : "\(NumberText.count(count)) \(side), the \(which)"
      }
    let zeros = layer.removed.count { $0.score == 0 }
    let first = zeros == 0 ? [] : ["all \(zeros) whose \(measure) is exactly zero"]
    return "What goes: " + (first + tails).joined(separator: "; ") + ": those nearest to zero."
  }

  /// The connections by their scores: those that go stand together, at zero.
  private var removalTable: Table {
    let measure = layer.removalMeasure ?? "weight"
    let isBrief = layer.before.nonzeros > Self.mostRows
    let rows =
      (isBrief ? [] : layer.kept.map { ($0, "stays") }) + layer.removed.map { ($0, "− goes") }
    let ordered = rows.sorted { ($0.0.score ?? 0, $0.0.cell) < ($1.0.score ?? 0, $1.0.cell) }
    let hasScore = measure != "weight"
    return Table(
      title: isBrief ? "What goes, in order of \(measure)" : "Connections in order of \(measure)",
      columns: [.init("input"), .init("output"), .init("weight")]
        + (hasScore ? [.init(measure)] : [])
        + [.init("what", .text), .init("threshold")],
      rows: ordered.prefix(Self.mostRows).map { change, what in
        Self.start(change) + (hasScore ? [Self.cell(change.score)] : [])
          + [.text(what), change.threshold.map { Self.cell($0) } ?? .text("")]
      }, note: Self.note(leavingOut: ordered.count - Self.mostRows))
  }

  // MARK: - What comes

  private var growth: String {
    let count = layer.added.count
    let after = " So the layer has \(NumberText.count(layer.after.nonzeros)) connections again."
    guard let measure = layer.growthMeasure else { return "What comes:" + after }
    if layer.growthIsByScore { return "What comes: " + byScore(measure) + after }
    let what = "What comes: \(NumberText.count(count)) drawn at random from "
    guard measure == "probability", let empty = equallyLikely else {
      return what + "the empty cells, those with a larger \(measure) more likely." + after
    }
    let emptyBefore = layer.before.rows * layer.before.columns - layer.before.nonzeros
    let among = emptyBefore < empty ? ", those just emptied among them" : ""
    return what + "\(NumberText.count(empty)) empty cells\(among), each as likely as any other."
      + after
  }

  /// Which cells came by their scores, and which by chance because no others had a score.
  private func byScore(_ measure: String) -> String {
    let chance = layer.added.count { $0.threshold == nil }
    guard let threshold = layer.added.compactMap(\.threshold).first else {
      return
        "\(NumberText.count(chance)) drawn at random, since no empty cell has a \(measure) above 0."
    }
    let best = "the empty cells with the largest \(measure), \(Self.text(threshold)) or more"
    return chance == 0
      ? best + "."
      : best + ", and \(NumberText.count(chance)) drawn at random, since no others are above 0."
  }

  /// How many cells there were to choose from, if all had the same chance: those that were empty before,
  /// and those that have just lost their connection, unless the policy forbids them.
  private var equallyLikely: Int? {
    let cells = layer.before.rows * layer.before.columns
    let count = layer.added.count
    return [cells - layer.before.nonzeros + count, cells - layer.before.nonzeros].first { empty in
      layer.added.allSatisfy { abs(($0.score ?? 0) * Double(empty) - Double(count)) < 1e-9 }
    }
  }

  private var growthTable: Table {
    Table(
      title: "New connections",
      columns: [
        .init("input"), .init("output"), .init("new weight"), .init(layer.growthMeasure ?? ""),
      ],
      rows: layer.added.prefix(Self.mostRows).map { Self.start($0) + [Self.cell($0.score)] },
      note: Self.note(leavingOut: layer.added.count - Self.mostRows))
  }

  private static func note(leavingOut count: Int) -> String? {
    count > 0
      ? "And \(NumberText.count(count)) more; `report` writes all of them into a .csv or .json file."
      : nil
  }

  private static func start(_ change: ExplainedEvolution.Change) -> [Reports.Cell] {
    [
      .count(Int(change.cell.row)), .count(Int(change.cell.column)), cell(Double(change.weight)),
    ]
  }

  private static func cell(_ value: Double?) -> Reports.Cell {
    value.map { .number($0) } ?? .missing
  }

  private static func text(_ value: Double) -> String { Reports.Cell.number(value).reading }
}
