import Reports
import Testing
import Training

/// Heat maps that change from moment to moment.
struct FilmTests {
  private func map(_ values: [Double]) -> Heatmap {
    Heatmap(
      title: "Layer <1>", rows: .init("rows", count: 2), columns: .init("columns", count: 2),
      label: "share", unit: .percent, values: values, cellNames: ["</script>", "\u{202E}b"])
  }

  private var film: HeatmapFilm {
    HeatmapFilm(
      title: "Play", moments: ["epoch 1 of 2", "epoch 2 of 2"],
      reels: [[map([0, 0.8, 0.4, 0.1]), map([0.4, 0.3, .nan, 0])]])
  }

  @Test func shadesStandForTheSameThroughout() {
    #expect(film.reels[0].map(\.range) == [0...0.8, 0...0.8])
    #expect(film.stills.map(\.json.line) == [film.reels[0][1].json.line])
  }

  /// A byte a cell and moment: 254 is the highest number of all, 255 what is not known.
  @Test func pagesHoldEveryMoment() throws {
    let page = HTMLRenderer().render(Document(title: "t", blocks: [.film(film)]))
    let bytes: [UInt8] = [0, 254, 127, 32, 127, 95, 255, 0]
    let packed = try #require(page.firstMatch(of: #/"b":"([^"]+)"/#)).1
    #expect(decoded(String(packed)) == bytes)
    #expect(page.contains("[\"epoch 1 of 2\",\"epoch 2 of 2\"]"))
    #expect(
      page.contains(
        "<input type=\"range\" id=\"film1\" min=\"0\" max=\"1\" step=\"1\" value=\"1\">"))
    #expect(page.contains("<p class=\"note still\">epoch 2 of 2</p>"))
    #expect(page.contains("\\u003c/script>"))
    #expect(!page.contains("\u{202E}"))
  }

  @Test func whereNothingMovesItIsTheLastMoment() throws {
    let document = Document(title: "t", blocks: [.film(film)])
    let still = Document(title: "t", blocks: film.stills.map(Block.heatmap))
    #expect(TerminalRenderer().render(document) == TerminalRenderer().render(still))
    #expect(MarkdownRenderer().render(document) == MarkdownRenderer().render(still))
    #expect(CSVRenderer().render(document) == CSVRenderer().render(still))
    #expect(try SVGRenderer().render(document) == SVGRenderer().render(still))
    let fragment = HTMLRenderer().fragment(document)
    #expect(fragment == HTMLRenderer().fragment(still))
    #expect(!fragment.contains("<script") && !fragment.contains("<input"))
    #expect(document.json["blocks"]?.line == "[\(film.json.line)]")
    #expect(film.json["maps"]?.line == "[\(film.stills[0].json.line)]")
  }

  @Test func aRunPlaysItsTopologies() throws {
    let run = try SampleSubjects.run(epochs: 5)
    let blocks = try TopologyPart.blocks(for: .run(run), in: ReportContext())
    guard case .film(let film)? = blocks.last else {
      Issue.record("a film")
      return
    }
    #expect(film.moments == (1...5).map { "epoch \($0) of 5" })
    #expect(film.reels.count == 3)
    #expect(film.stills.last?.cellNames == run.data.featureNames)
    let still = try TopologyPart.blocks(
      for: .run(SampleSubjects.run(policy: "static")), in: ReportContext())
    #expect(still.dropFirst().allSatisfy { if case .heatmap = $0 { true } else { false } })
  }

  /// RFC 4648, apart from what writes it.
  private func decoded(_ text: String) -> [UInt8] {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    let values = Dictionary(uniqueKeysWithValues: zip(letters, 0...))
    let bits = text.compactMap { values[$0] }.flatMap { value in
      (0..<6).map { value >> (5 - $0) & 1 }
    }
    return (0..<bits.count / 8).map { place in
      UInt8(bits[place * 8..<place * 8 + 8].reduce(0) { $0 << 1 | $1 })
    }
  }
}
