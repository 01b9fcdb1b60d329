import Testing

@testable import Reports

/// What the recorded specifications do not say: sizes, gaps, several drawings in one.
struct VegaLiteTests {
  private let renderer = VegaLiteRenderer()

  private func values(_ specification: JSONValue, layer: Int = 0) throws -> [JSONValue] {
    guard case .array(let layers)? = specification["layer"],
      case .array(let values)? = layers[layer]["data"]?["values"]
    else { throw ReportError.nothingToDraw(path: "") }
    return values
  }

  private func chart(_ series: [Series], y: Axis = Axis()) -> Chart {
    Chart(title: "", x: Axis(), y: y, series: series)
  }

  @Test func aMillionPointsStaySmallAndKeepExtremesAndGaps() throws {
    var numbers = [Double](repeating: 0, count: 1_000_000)
    (numbers[123_456], numbers[876_543], numbers[500_001]) = (10, -10, .nan)
    let specification = renderer.specification(of: chart([Series("", values: numbers)]))
    let kept = try values(specification)
    #expect(kept.count <= 5000 && specification.line.utf8.count < 300_000)
    #expect(kept.contains(["series": "(1)", "x": .number(123_457), "y": .number(10)]))
    #expect(kept.contains(["series": "(1)", "x": .number(876_544), "y": .number(-10)]))
    #expect(kept.contains(["series": "(1)", "x": .number(500_002), "y": .null]))
    #expect(kept.first?["x"] == .number(1) && kept.last?["x"] == .number(1_000_000))
  }

  @Test func everySeriesHasANameOfItsOwn() throws {
    let series = ["a", "a (3)", "a", "", "a"].map { Series($0, values: [1, 2]) }
    let specification = renderer.specification(of: chart(series))
    let names = try series.indices.map {
      try #require(try values(specification, layer: $0).first?["series"])
    }
    for (index, name) in names.enumerated() { #expect(names.firstIndex(of: name) == index) }
  }

  @Test func manyLongSeriesShareTheBound() throws {
    let series = (0..<40).map { n in Series("\(n)", values: (0..<1000).map { Double($0 * n) }) }
    let specification = renderer.specification(of: chart(series))
    let counts = try (0..<40).map { try values(specification, layer: $0).count }
    #expect(counts.reduce(0, +) <= 5000 && counts.allSatisfy { $0 >= 20 })
  }

  @Test func whatHasNoPlaceIsNull() throws {
    let log = Axis("", scale: .log)
    let specification = renderer.specification(
      of: chart([Series("", values: [1, 0, -1, .infinity, .nan, 2])], y: log))
    let y = try values(specification).map { $0["y"] }
    #expect(y == [.number(1), .null, .null, .null, .null, .number(2)])
    #expect(!specification.line.contains("inf") && !specification.line.contains("nan"))
  }

  @Test func equalAndMissingNamesAreToldApart() throws {
    let specification = renderer.specification(
      of: chart(["a", "a", "", ""].map { Series($0, values: [1, 2]) }))
    let names = try (0..<4).compactMap { try values(specification, layer: $0).first?["series"] }
    #expect(names == ["a", "a (2)", "(3)", "(4)"])
    #expect(specification["encoding"]?["color"]?["scale"]?["domain"] == .array(names))
  }

  @Test func controlCharactersAreReplaced() {
    let name = "\u{1B}[31m \n\u{7}"
    let map = Heatmap(
      title: name, rows: .init(name, names: [name]), columns: .init(name, names: [name]),
      label: name, values: [1])
    let chart = Chart(
      title: name, x: Axis(name), y: Axis(name), series: [Series(name, values: [1])])
    for text in [renderer.specification(of: map), renderer.specification(of: chart)].map(\.line) {
      #expect(!text.contains("\\u00") && !text.contains("\\n"))
    }
  }

  @Test func largeHeatMapsAreReduced() throws {
    let map = Heatmap(
      title: "", rows: .init("", count: 500), columns: .init("", count: 300), label: "",
      values: (0..<150_000).map(Double.init))
    guard case .array(let cells)? = renderer.specification(of: map)["data"]?["values"] else {
      return #expect(Bool(false))
    }
    #expect(cells.count > 4000 && cells.count <= 5000)
  }

  @Test func severalDrawingsStandBelowEachOther() throws {
    let document = Document(
      title: "Two", blocks: [.heading("x"), .chart(chart([])), .chart(chart([]))])
    guard case .array(let views)? = try renderer.specification(of: document)["vconcat"] else {
      return #expect(Bool(false))
    }
    #expect(views.count == 2)
    #expect(throws: ReportError.self) {
      try renderer.specification(of: Document(title: "None", blocks: [.heading("x")]))
    }
  }
}
