public import Catalogue
internal import Training

/// Which classes are taken for which.
public enum ConfusionPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "confusion", category: .part,
    summary: "which classes the final network takes for which, on the test samples",
    details: """
      Recall is the share of a class's samples that are recognised, precision the share of those \
      called by its name that are of the class.
      """,
    examples: [.onRun("confusion", "what a run mixes up")])

  /// Runs.
  public static let kinds: [SubjectKind] = [.run]

  /// Heat maps take many lines.
  public static let presence = PartPresence.withRoom

  /// How many classes the heat map shows at most.
  static let shown = 100

  /// A table by class, and the matrix.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    guard case .run(let run) = subject else { throw misfit(subject) }
    let (names, counts) = (run.data.classNames, run.test.confusion)
    var blocks: [Block] = [.heading("Confusion"), .table(table(names, counts))]
    if names.count <= shown { blocks.append(.heatmap(matrix(names, counts))) }
    return blocks
  }

  private static func table(_ names: [String], _ counts: [[Int]]) -> Table {
    let called = names.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    let rows = zip(names, counts).enumerated().map { index, entry -> [Cell] in
      let (name, row) = entry
      let samples = row.reduce(0, +)
      // The first of those most often taken for.
      let other = row.indices.filter { $0 != index && row[$0] > 0 }
        .max { (row[$0], $1) < (row[$1], $0) }
      return [
        .text(name), .count(samples), share(row[index], of: samples),
        share(row[index], of: called[index]),
        .text(other.map { names[$0] } ?? "–"), other.map { .count(row[$0]) } ?? .missing,
      ]
    }
    return Table(
      title: "Test samples by class",
      columns: [
        .init("class", .text), .init("samples"), .init("recall", .percent),
        .init("precision", .percent), .init("most often taken for", .text),
        .init("times", isSequel: true),
      ], rows: rows)
  }

  private static func share(_ part: Int, of whole: Int) -> Cell {
    whole == 0 ? .missing : .percent(Double(part) / Double(whole), decimals: 1)
  }

  private static func matrix(_ names: [String], _ counts: [[Int]]) -> Heatmap {
    let shares = counts.flatMap { row in
      let samples = row.reduce(0, +)
      return row.map { samples == 0 ? .nan : Double($0) / Double(samples) }
    }
    return Heatmap(
      title: "Confusion matrix", rows: .init("true class", names: names),
      columns: .init("predicted class", names: names), label: "share of the true class",
      unit: .percent, values: shares)
  }
}
