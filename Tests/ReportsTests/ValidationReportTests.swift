import Catalogue
import Datasets
import Networks
import Reports
import Testing
import Training

/// What reports say of validation samples and early stops; nothing where there are none.
struct ValidationReportTests {
  private static let dataset: Dataset = {
    let data = SampleSubjects.dataset
    return Dataset(
      name: data.name, classNames: data.classNames, featureNames: data.featureNames,
      train: data.train, validation: data.test.selecting(Array(0..<30)), test: data.test,
      scaling: data.scaling, origin: data.origin)
  }()

  private func run(seed: Double = 1, rate: Double = 0.1, patience: Double = 3) throws -> Run {
    let settings = try TrainingSettings(
      arguments: Arguments([
        "epochs": 9, "batch": 10, "lr": .number(rate), "seed": .number(seed), "threads": 1,
        "policy": .call(Call("static")),
        "stop": .call(Call("patience", Arguments(["epochs": .number(patience)]))),
      ]))
    return try Trainer(
      plan: NetworkPlan(shape: Shape(hidden: [12])), dataset: Self.dataset, settings: settings
    ).run()
  }

  private func study(_ runs: [Run]) -> Study {
    Study(
      factors: [.init("lr", ["a", "b"]), .init("seed", ["1", "2"])],
      entries: zip(
        Study.combinations(of: [
          .init("lr", ["a", "b"]), .init("seed", ["1", "2"]),
        ]), runs
      ).map { .init($0, $1) })
  }

  private func facts(_ run: Run) throws -> [String: String] {
    var found: [String: String] = [:]
    for case .facts(let facts) in try ReportParts.document(on: .run(run), parts: ["summary"]).blocks
    {
      for fact in facts {
        found[fact.name] = fact.value.reading + (fact.note.map { " \($0)" } ?? "")
      }
    }
    return found
  }

  @Test func theSummaryOfARunThatStopped() throws {
    // At such a rate no accuracy moves, so that it ends after the fourth epoch.
    let run = try run(rate: 1e-30)
    let facts = try facts(run)
    #expect(facts["epochs"] == "4 of 9 stopped early by patience(epochs=3, min_delta=0)")
    #expect(facts["samples"] == "80 to train, 30 to validate, 40 to test")
    let selected = Cell.percent(run.accuracy).reading
    let best = Cell.percent(try #require(run.validationAccuracy)).reading
    #expect(
      facts["selected accuracy"]
        == "\(selected) on test at epoch 1, best on validation with \(best)")
    let document = try ReportParts.document(on: .run(run))
    #expect(!TerminalRenderer().render(document).contains("was stopped after"))
  }

  @Test func withoutValidationNothingIsSaid() throws {
    let run = try SampleSubjects.run()
    let facts = try facts(run)
    #expect(facts["selected accuracy"] == nil)
    #expect(facts["samples"] == "80 to train, 40 to test")
    let charts = try ReportParts.document(on: .run(run), parts: ["accuracy", "loss"]).charts
    #expect(charts.allSatisfy { $0.series.map(\.name) == ["test", "training"] })
    let table = try SampleSubjects.study().comparison
    #expect(table.column("selected") == nil && table.column("epochs") == nil)
  }

  @Test func theCurvesStandBesideThoseOfTheTest() throws {
    let run = try run()
    let charts = try ReportParts.document(on: .run(run), parts: ["accuracy", "loss"]).charts
    #expect(charts.allSatisfy { $0.series.map(\.name) == ["test", "validation", "training"] })
    #expect(charts[0].series[1].y == run.validationAccuracyCurve)
    #expect(charts[1].series[1].y == run.validationLossCurve)
    let csv = try DocumentFormat.csv.renderer.render(
      ReportParts.document(on: .run(run), parts: ["accuracy"]))
    #expect(csv.contains("validation,1,"))
  }

  @Test func aStudyTellsTheSelectedAccuracy() throws {
    let runs = try [run(), run(seed: 2), run(rate: 1e-30), run(seed: 2, rate: 1e-30)]
    let study = study(runs)
    let table = study.comparison
    let means = [runs[..<2], runs[2...]].map { Spread($0.compactMap(\.selectedAccuracy)).mean }
    #expect(table.column("selected") == means.map { .percent($0) })
    let last = try #require(table.column("epochs")?.last)
    #expect(last == .number(4))
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(table.note?.contains("selected is on test at the epoch that was best") == true)
    let document = try ReportParts.document(on: .study(study), parts: ["significance"])
    #expect(document.tables.count == 3)
    #expect(document.tables.last?.title == "Test accuracy at the epoch best on validation")
  }

  @Test func runsWithAndWithoutValidationAreKeptApart() throws {
    let plain = try [1, 2].map { try SampleSubjects.run(policy: "static", seed: $0) }
    let study = study(try [run(), run(seed: 2)] + plain)
    #expect(study.summaries.map { $0.selectedAccuracy == nil } == [false, true])
    #expect(study.comparison.column("selected")?.last?.reading == "–")
    for format in DocumentFormat.allCases where format != .svg {
      #expect(!(try format.renderer.render(ReportParts.document(on: .study(study)))).isEmpty)
    }
  }
}
