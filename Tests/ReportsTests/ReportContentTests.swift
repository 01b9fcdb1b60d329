import Analysis
import Catalogue
import Datasets
import Networks
import Reports
import Testing
import Training

/// What the parts say.
struct ReportContentTests {
  private func facts(_ document: Document) -> [String: String] {
    var found: [String: String] = [:]
    for case .facts(let facts) in document.blocks {
      for fact in facts {
        found[fact.name] = fact.value.reading + (fact.note.map { " \($0)" } ?? "")
      }
    }
    return found
  }

  @Test func aRunIsSummedUp() throws {
    let run = try SampleSubjects.run()
    let facts = facts(try ReportParts.document(on: .run(run), parts: ["summary"]))
    #expect(facts["shape"] == "10-12-8-2")
    #expect(facts["parameters"] == "\(run.parameters) stored connections, biases not counted")
    #expect(facts["epochs"] == "4")
    #expect(facts["digest"] == run.digest)
    let best = try #require(facts["best accuracy"])
    #expect(best.contains("best on test, as the papers report"))
    #expect(best.contains("epoch \(try #require(run.bestEpoch))"))
  }

  @Test func aRunWithoutEpochsHasAReport() throws {
    let run = try SampleSubjects.run(epochs: 0)
    let document = try ReportParts.document(on: .run(run))
    #expect(facts(document)["ARA"]?.hasPrefix("–") == true)
    #expect(document.blocks.contains { $0 == .heading("Evolution") })
    #expect(TerminalRenderer().render(document).contains("no data"))
  }

  @Test func aDenseRunSaysSo() throws {
    let run = try SampleSubjects.run(sparse: "none")
    let text = TerminalRenderer().render(
      try ReportParts.document(on: .run(run), parts: ["evolution", "degrees", "features"]))
    #expect(text.contains("No connection was ever removed or added"))
    #expect(text.contains("every input is connected to every neuron"))
    #expect(text.contains("its connections rank no feature"))
  }

  @Test func longRunsAreCondensedFirstAndLastIncluded() throws {
    let run = try SampleSubjects.run(epochs: 40)
    let document = try ReportParts.document(on: .run(run), parts: ["evolution"])
    let table = try #require(document.tables.first)
    let epochs = try #require(table.column("epoch")).compactMap(\.number)
    #expect(epochs.first == 1 && epochs.last == 39)
    #expect(Set(epochs).count == 12)
    #expect(table.note == "12 of 39 evolutions, evenly spread.")
  }

  @Test func featuresAreHeldAgainstTheInformativeOnes() throws {
    let document = try ReportParts.document(on: .run(try SampleSubjects.run()), parts: ["features"])
    let table = try #require(document.tables.first)
    #expect(table.rows.count == 10)
    let yes = try #require(table.column("informative")).filter { $0 == .logic(true) }
    #expect(yes.count == 2)
    let sentence =
      "2 of the 10 best-connected features are among the 2 informative ones; by chance it would be 2."
    #expect(document.blocks.last == .paragraph(sentence))
  }

  @Test func aStudyIsComparedOverItsSeeds() throws {
    let study = try SampleSubjects.study()
    let table = study.comparison
    #expect(table.column("policy") == [.text("set"), .text("static")])
    #expect(table.column("runs") == [.count(2), .count(2)])
    let best = study.runs.prefix(2).map(\.bestAccuracy)
    #expect(table.rows[0][2] == .percent((best[0] + best[1]) / 2))
    let chart = try #require(
      try ReportParts.document(on: .study(study), parts: ["accuracy"]).charts.first)
    #expect(chart.series.map(\.name) == ["set", "static"])
    let curves = study.runs.prefix(2).map(\.accuracyCurve)
    #expect(chart.series[0].y[1] == (curves[0][1] + curves[1][1]) / 2)
    let spread = try #require(chart.series[0].spread)
    #expect(abs(spread[1] - abs(curves[0][1] - curves[1][1]) / 2.0.squareRoot()) < 1e-12)
  }

  @Test func removalCurvesStartAtTheAccuracy() throws {
    let run = try SampleSubjects.run()
    let context = ReportContext(test: SampleSubjects.dataset.test)
    let document = try ReportParts.document(on: .run(run), parts: ["removal"], in: context)
    let chart = try #require(document.charts.first)
    #expect(chart.series.count == 2)
    for series in chart.series {
      #expect(series.x == (0...10).map(Double.init) && series.y[0] == run.accuracy)
      #expect(series.y[10] == chart.series[0].y[10])
    }
  }

  @Test func theTailOfDegreesIsThatOfTheInputs() throws {
    let run = try SampleSubjects.run()
    let charts = try ReportParts.document(on: .run(run), parts: ["degrees"]).charts
    let tail = try #require(charts.last)
    #expect(charts.count == 2 && tail.x.scale == .log && tail.y.scale == .log)
    let degrees = try run.degrees()
    for (degree, share) in zip(tail.series[0].x, tail.series[0].y) {
      #expect(share == Double(degrees.count { Double($0) >= degree }) / Double(degrees.count))
    }
    #expect(
      tail.series[1].y[0] == tail.series[0].y[tail.series[0].x.count - tail.series[1].x.count])
  }

  @Test func classesAndFeaturesOfADataset() throws {
    let document = try ReportParts.document(on: .dataset(SampleSubjects.dataset))
    #expect(document.tables.count == 2)
    #expect(document.tables[1].column("training") == [.count(40), .count(40)])
    #expect(document.tables[0].rows.count == 10)
    #expect(TerminalRenderer().render(document).contains("Made up for tests."))
  }

  @Test func aPlanShowsWhatItKnows() throws {
    let plan = try NetworkPlan(shape: Shape(hidden: [300, 100]))
    let table = try #require(
      try ReportParts.document(on: .plan(plan), parts: ["layers"]).tables.first)
    #expect(table.column("inputs") == [.text("in"), .count(300), .count(100)])
    #expect(table.column("connections") == [.missing, .count(8000), .missing])
    let huge = try NetworkPlan(shape: Shape(input: .max, hidden: [.max, 0, -3], output: 1))
    #expect(try ReportParts.document(on: .plan(huge)).tables.count == 1)
  }

  @Test func aNetworkShowsItsLayers() throws {
    let run = try SampleSubjects.run()
    let table = try #require(
      try ReportParts.document(on: .network(run.network), parts: ["layers"]).tables.first)
    let connections = try #require(table.column("connections")).compactMap(\.number)
    #expect(connections.reduce(0, +) == Double(run.parameters))
    #expect(table.column("activation")?.last == .text("softmax"))
  }

  @Test func theScriptOrAllSettingsMakeARunAgain() throws {
    let run = try SampleSubjects.run()
    func code(_ context: ReportContext) throws -> String? {
      let document = try ReportParts.document(
        on: .run(run), parts: ["reproducibility"], in: context)
      for case .code(let text) in document.blocks { return text }
      return nil
    }
    #expect(try code(ReportContext(script: "x = 1\n")) == "x = 1\n")
    let settings = try #require(try code(ReportContext()))
    #expect(settings.contains("policy=set(") && settings.contains("seed=1"))
  }

  @Test func evaluationsAreCountedByClass() {
    let evaluation = Evaluation(
      loss: 0.5, samples: 10, correct: 7, confusion: [[4, 1, 0], [2, 3, 0], [0, 0, 0]])
    let table = Table.evaluation(evaluation, classNames: ["a", "b", "c"])
    #expect(table.column("right") == [.count(4), .count(3), .count(0), .count(7)])
    #expect(table.column("recall") == [.percent(0.8), .percent(0.6), .missing, .percent(0.7)])
    #expect(
      table.column("precision") == [.percent(4.0 / 6), .percent(0.75), .missing, .missing])
  }

  @Test func everyKindIsDescribed() throws {
    for subject in try SampleSubjects.all() {
      let text = subject.description(width: 60)
      #expect(text.split(separator: "\n").count >= 3)
    }
  }
}
