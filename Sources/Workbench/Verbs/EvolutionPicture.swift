internal import Catalogue
internal import Evolution
internal import Reports
internal import Sparse

/// Explained steps of a policy as pictures of the layers and a table of all changes.
struct EvolutionPicture {
  /// The largest layer that is drawn.
  private static let (rows, columns) = (40, 30)

  /// The policy as a script writes it.
  let policy: String
  /// What happened to each sparse layer, step by step.
  let steps: [[ExplainedEvolution]]

  /// For each step and layer what happened in a sentence, and the layer before and after.
  var blocks: [Block] {
    [.paragraph("• stays, − goes, + comes, · empty")]
      + steps.enumerated().flatMap { index, layers in
        layers.flatMap { layer -> [Block] in
          let heading = Self.sentence(layer, step: index + 1)
          guard !layer.removed.isEmpty else { return [.paragraph(heading)] }
          guard layer.before.rows <= Self.rows, layer.before.columns <= Self.columns else {
            return [.paragraph(heading + " It is too large to be drawn.")]
          }
          return [.paragraph(heading), .code(Self.drawing(of: layer))]
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

  /// The layer before and after, side by side, a line an input.
  private static func drawing(of layer: ExplainedEvolution) -> String {
    let before = picture(of: layer.before, marking: layer.removed, by: "−")
    let after = picture(of: layer.after, marking: layer.added, by: "+")
    let width = max(6, 2 * layer.before.columns - 1)
    let label = String(layer.before.rows - 1).count
    let pad = { (text: String, width: Int) in
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let head = pad("", label + 2) + pad("before", width + 4) + "after"
    let lines = zip(before, after).enumerated().map { row, sides in
      pad("\(row)", label + 2) + pad(sides.0, width + 4) + sides.1
    }
    return ([head] + lines).joined(separator: "\n")
  }

  private static func picture(
    of matrix: SparseMatrix, marking changes: [ExplainedEvolution.Change], by mark: String
  ) -> [String] {
    var cells = [[String]](
      repeating: [String](repeating: "·", count: matrix.columns), count: matrix.rows)
    for cell in matrix.cells() { cells[Int(cell.row)][Int(cell.column)] = "•" }
    for change in changes { cells[Int(change.cell.row)][Int(change.cell.column)] = mark }
    return cells.map { $0.joined(separator: " ") }
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
