internal import Catalogue
internal import Evolution
internal import Reports
internal import Sparse

/// Explained steps of a policy to look at, and as one table of all changes.
struct EvolutionPicture {
  /// The largest layer that is drawn.
  private static let (rows, columns) = (40, 30)

  /// The policy as a script writes it.
  let policy: String
  /// What happened to each sparse layer, step by step.
  let steps: [[ExplainedEvolution]]

  /// For each step and layer what happened in a sentence, the layer before and after, and why.
  var blocks: [Block] {
    steps.enumerated().flatMap { index, layers in
      layers.flatMap { layer -> [Block] in
        let heading = Self.sentence(layer, step: index + 1)
        guard !layer.removed.isEmpty else { return [.paragraph(heading)] }
        return Self.picture(of: layer, under: heading) + EvolutionReasons(layer: layer).blocks
      }
    }
  }

  private static func sentence(_ layer: ExplainedEvolution, step: Int) -> String {
    let count = layer.removed.count
    let all = "of \(NumberText.count(layer.before.nonzeros)) connections"
    let what =
      switch count {
      case 0: "none \(all) goes."
      case 1: "1 \(all) goes, and another comes."
      default: "\(NumberText.count(count)) \(all) go, and as many come."
      }
    return "Step \(step), layer \(layer.layer): \(what)"
  }

  /// The layer before and after, if it is small enough.
  private static func picture(of layer: ExplainedEvolution, under heading: String) -> [Block] {
    guard layer.before.rows <= rows, layer.before.columns <= columns else {
      return [.paragraph(heading + " It is too large to be drawn.")]
    }
    let reasons = EvolutionReasons(layer: layer)
    return [
      .topologyChange(
        TopologyChange(
          title: heading, rows: layer.before.rows, columns: layer.before.columns,
          kept: layer.kept.map { connection($0, "") },
          removed: layer.removed.map { connection($0, reasons.removal($0)) },
          added: layer.added.map { connection($0, reasons.growth($0)) }))
    ]
  }

  private static func connection(
    _ change: ExplainedEvolution.Change, _ reason: String
  ) -> TopologyChange.Connection {
    .init(
      row: Int(change.cell.row), column: Int(change.cell.column), weight: Double(change.weight),
      reason: reason)
  }

  /// A row for each connection that went or came.
  var table: Table {
    let rows = steps.enumerated().flatMap { index, layers in
      layers.flatMap { layer in
        layer.removed.map {
          Self.row(index + 1, layer.layer, "removed", $0, layer.removalMeasure)
        }
          + layer.added.map { Self.row(index + 1, layer.layer, "added", $0, layer.growthMeasure) }
      }
    }
    return Table(
      title: "Evolution by \(policy)",
      columns: [
        .init("step"), .init("layer"), .init("change", .text), .init("input"), .init("output"),
        .init("weight"), .init("judged by", .text), .init("score"), .init("threshold"),
      ], rows: rows)
  }

  private static func row(
    _ step: Int, _ layer: Int, _ what: String, _ change: ExplainedEvolution.Change,
    _ measure: String?
  ) -> [Reports.Cell] {
    [
      .count(step), .count(layer), .text(what), .count(Int(change.cell.row)),
      .count(Int(change.cell.column)), .number(Double(change.weight)),
      measure.map { .text($0) } ?? .missing, change.score.map { .number($0) } ?? .missing,
      change.threshold.map { .number($0) } ?? .missing,
    ]
  }
}
