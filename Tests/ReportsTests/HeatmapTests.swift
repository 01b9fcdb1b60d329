import Analysis
import Catalogue
import Datasets
import Networks
import TestSupport
import Testing
import Training

@testable import Reports

/// Heat maps as recorded, and what they are made of.
struct HeatmapTests {
  private static let waves = (0..<90 * 120).map { cell in
    let (row, column) = (cell / 120, cell % 120)
    return Double((row * 7 + column * 3) % 50) - 10
  }

  private static let samples: [(name: String, map: Heatmap)] = [
    (
      "heatmap-confusion",
      Heatmap(
        title: "Confusion", rows: .init("true class", names: ["cat", "dog <b>", "hen"]),
        columns: .init("predicted class", names: ["cat", "dog <b>", "hen"]), label: "share",
        unit: .percent, values: [0.9, 0.1, 0, 0.25, 0.75, 0, .nan, .nan, .nan])
    ),
    (
      "heatmap-large",
      Heatmap(
        title: "Waves", rows: .init("rows", count: 90), columns: .init("columns", count: 120),
        label: "height",
        values: waves)
    ),
    (
      "heatmap-empty",
      Heatmap(
        title: "", rows: .init("rows", count: 0), columns: .init("columns", count: 3),
        label: "none",
        values: [])
    ),
    (
      "heatmap-constant",
      Heatmap(
        title: "All alike", rows: .init("rows", count: 2), columns: .init("columns", count: 2),
        label: "value", unit: .count, values: [3, 3, 3, 3])
    ),
  ]

  @Test(arguments: samples.map(\.name)) func drawnAsRecorded(name: String) throws {
    let map = try #require(Self.samples.first { $0.name == name }).map
    let svg = GoldenFile("\(name).svg").difference(from: SVGRenderer().render(map))
    #expect(svg == nil)
    if map.values.count < 100 {
      let specification = VegaLiteRenderer().specification(of: map).pretty + "\n"
      let vegaLite = GoldenFile("\(name).vl.json").difference(from: specification)
      #expect(vegaLite == nil)
    }
    let text = GoldenFile("\(name).txt").difference(
      from: TerminalRenderer(width: 60).render(map))
    #expect(text == nil)
  }

  @Test(arguments: [1, 20, 33, 200, 100_000]) func anyWidthWillDo(width: Int) {
    for (name, map) in Self.samples {
      let lines = TerminalRenderer(width: width).render(map).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= max(width, 24) }, "\(name)")
    }
  }

  @Test func everyFormHasEveryNumber() throws {
    let map = Self.samples[0].map
    let document = Document(title: "t", blocks: [.heatmap(map)])
    let csv = CSVRenderer().render(document)
    #expect(csv.hasPrefix("true class,predicted class,share\r\ncat,cat,0.9\r\n"))
    #expect(csv.split(separator: "\r\n").count == 10 && csv.hasSuffix("hen,hen,\r\n"))
    #expect(document.json.line.contains("[0.25,0.75,0],[null,null,null]"))
    #expect(HTMLRenderer().render(document).contains("dog &lt;b&gt;"))
    #expect(MarkdownRenderer().render(document).contains("true class ↓"))
  }

  @Test func shadesSpanTheRange() {
    func shades(_ values: [Double]) -> [Int] {
      Heatmap(
        title: "", rows: .init("", count: 1), columns: .init("", count: values.count), label: "",
        values: values
      ).shades(levels: 4)
    }
    #expect(shades([0, 0.01, 5, 10]) == [0, 1, 2, 4])
    #expect(shades([-10, 0, 10]) == [0, 2, 4])
    #expect(shades([-8, -2]) == [0, 3])
    #expect(shades([0, 0]) == [0, 0] && shades([.nan, .infinity]) == [0, 0])
    let huge = Double.greatestFiniteMagnitude
    #expect(shades([-huge, 0, huge]) == [0, 2, 4])
    #expect(shades([0, 5e-300]) == [0, 4])
  }

  @Test func neighboursAreTakenTogether() {
    let map = Heatmap(
      title: "", rows: .init("r", count: 4), columns: .init("c", names: ["a", "b"]), label: "",
      values: [1, 2, 3, 4, 5, .nan, 7, .nan])
    let half = map.reduced(rows: 2, columns: 2)
    #expect(half.values[0...2] == [2, 3, 6] && half.values[3] == 0)
    #expect(half.rows.count == 2 && half.columns.names == ["a", "b"])
    #expect(map.reduced(rows: 9, columns: 9).values.count == 8)
  }

  @Test func aConfusedRunSaysWhatItMixesUp() throws {
    let run = try SampleSubjects.run()
    let blocks = try ConfusionPart.blocks(for: .run(run), in: ReportContext())
    guard case .table(let table) = blocks[1], case .heatmap(let map) = blocks[2] else {
      Issue.record("a table and a heat map")
      return
    }
    let counts = run.test.confusion
    #expect(table.rows.map { $0[1] } == counts.map { .count($0.reduce(0, +)) })
    let recall = Double(counts[0][0]) / Double(counts[0].reduce(0, +))
    #expect(table.rows[0][2] == .percent(recall, decimals: 1))
    #expect(map[0, 0] == recall && map[0, 0] + map[0, 1] == 1)
  }

  @Test func terminalsLeaveLargePartsOut() throws {
    let subject = Subject.run(try SampleSubjects.run(epochs: 1))
    func headings(_ document: Document) -> [String] {
      document.blocks.compactMap { if case .heading(let text) = $0 { text } else { nil } }
    }
    let (brief, full) = (
      try ReportParts.document(on: subject, brief: true), try ReportParts.document(on: subject)
    )
    #expect(Set(headings(full)).subtracting(headings(brief)) == ["Topology", "Confusion"])
    #expect(!headings(full).contains("Removal"))
    guard case .paragraph(let text)? = brief.blocks.last else {
      Issue.record("what is left out is named")
      return
    }
    #expect(text.contains("confusion, topology, removal"))
    #expect(
      headings(try ReportParts.document(on: subject, parts: ["topology"], brief: true)) == [
        "Topology"
      ])
  }

  @Test func pixelsStandWhereTheyAre() throws {
    let image = ImageShape(rows: 2, columns: 5, order: .columnByColumn)
    let data = SampleSubjects.dataset
    let dataset = Dataset(
      name: "tiles", classNames: data.classNames, featureNames: data.featureNames,
      train: data.train, test: data.test, scaling: data.scaling, image: image, origin: "made up")
    let run = try Trainer(
      plan: NetworkPlan(shape: Shape(hidden: [12])), dataset: dataset,
      settings: TrainingSettings(arguments: Arguments(["epochs": 2, "batch": 10]))
    ).run()
    let blocks = try FeaturesPart.blocks(for: .run(run), in: ReportContext())
    guard case .heatmap(let map)? = blocks.last else {
      Issue.record("an image of the inputs")
      return
    }
    #expect(map.rows.count == 2 && map.columns.count == 5)
    let degrees = Dictionary(
      uniqueKeysWithValues: run.featureRanking.map { ($0.index, Double($0.degree)) })
    for row in 0..<2 {
      for column in 0..<5 { #expect(map[row, column] == degrees[column * 2 + row]) }
    }
  }
}
