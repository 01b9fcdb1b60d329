public import Catalogue
internal import Analysis
internal import Datasets
internal import Networks
internal import Training

/// The features: by importance to a run, or as a data set has them.
public enum FeaturesPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "features", category: .part,
    summary: "the best-connected features of a run, or figures of a data set's first features",
    details: """
      Of a run: the 20 inputs with the highest core degree, and whether they are among the \
      informative ones where the data set knows them; where the features are pixels, all degrees \
      as an image. Of a data set: mean, standard deviation, \
      minimum and maximum of the first features over the training samples, before scaling.
      """,
    paper: "Pieterse & Mocanu 2019, section 5",
    examples: [.onRun("features", "the features a run found")])

  /// Runs and data sets.
  public static let kinds: [SubjectKind] = [.run, .dataset]

  /// How many features are listed at most.
  static let shown = 20

  /// A table, and for a run what it comes to.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    switch subject {
    case .run(let run): [.heading("Features")] + ranking(run)
    case .dataset(let dataset): [.heading("Features"), .table(dataset.featureTable(first: shown))]
    case .study, .plan, .network: throw misfit(subject)
    }
  }

  private static func ranking(_ run: Run) -> [Block] {
    guard run.network.layers[0].isSparse else {
      return [.paragraph("The first layer is dense: its connections rank no feature.")]
    }
    let top = run.featureRanking.prefix(shown)
    let known = run.data.informative.map(Set.init)
    var columns: [Table.Column] = [
      .init("rank"), .init("feature", .text), .init("connections"),
    ]
    if known != nil { columns.append(.init("informative", .text)) }
    let rows = top.enumerated().map { index, feature -> [Cell] in
      [.count(index + 1), .text(feature.name), .count(feature.degree)]
        + (known.map { [.logic($0.contains(feature.index))] } ?? [])
    }
    let table = Table(title: "Best-connected features", columns: columns, rows: rows)
    let pixels = image(run).map { [Block.heatmap($0)] } ?? []
    guard let known else { return [.table(table)] + pixels }
    let found = top.filter { known.contains($0.index) }.count
    let chance = Double(top.count) * Double(known.count) / Double(max(run.network.inputs, 1))
    return [
      .table(table),
      .paragraph(
        "\(found) of the \(top.count) best-connected features are among the \(known.count) "
          + "informative ones; by chance it would be \(Cell.number(chance).reading)."),
    ] + pixels
  }

  /// The core degrees of pixels where they stand, planes of colour added up.
  private static func image(_ run: Run) -> Heatmap? {
    guard let image = run.data.image, let degrees = try? run.degrees() else { return nil }
    return Heatmap(
      title: "Connections of each pixel",
      rows: .init("rows of pixels", count: image.rows),
      columns: .init("columns of pixels", count: image.columns), label: "core degree", unit: .count,
      values: image.pixels(of: degrees))
  }
}
