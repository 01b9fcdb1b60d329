import Catalogue
import Training
import Testing

struct StudyTests {
  private func study() throws -> Study {
    let factors = [
      Study.Factor("policy", ["set", "static"]), Study.Factor("seed", ["1", "2", "3"]),
    ]
    let entries = try Study.combinations(of: factors).map { values in
      let seed = try #require(Double(values[1]))
      return Study.Entry(
        values,
        try Clusters.trainer(
          ["policy": .call(values[0]), "seed": .number(seed), "epochs": 2]
        ).run())
    }
    return Study(factors: factors, entries: entries)
  }

  @Test func combinationsVaryTheLastFactorFastest() {
    let factors = [Study.Factor("a", ["1", "2"]), Study.Factor("b", ["x", "y", "z"])]
    #expect(
      Study.combinations(of: factors).map { $0.joined() } == [
        "1x", "1y", "1z", "2x", "2y", "2z",
      ])
    #expect(Study.combinations(of: []) == [[]])
    #expect(Study.combinations(of: [Study.Factor("a", [])]).isEmpty)
  }

  @Test func seedsAreSummedUp() throws {
    let study = try study()
    #expect(study.baseline == "set" && study.runs.count == 6)
    #expect(study.comparedFactors.map(\.name) == ["policy"])
    let summaries = study.summaries
    #expect(summaries.map(\.assignment) == [["set"], ["static"]])
    for (summary, runs) in zip(summaries, [study.runs[..<3], study.runs[3...]]) {
      #expect(summary.runs.map(\.digest) == runs.map(\.digest))
      #expect(summary.bestAccuracy == Spread(runs.map(\.bestAccuracy)))
      #expect(summary.accuracy.count == 3)
    }
    #expect(summaries.allSatisfy { $0.selectedAccuracy == nil && $0.epochs.mean == 2 })
    let best = try #require(study.best)
    #expect(summaries.allSatisfy { $0.bestAccuracy.mean <= best.bestAccuracy.mean })
  }

  @Test func selectedAccuraciesAreSummedUpWhereAllHaveOne() throws {
    let data = Clusters.dataset(validation: 20)
    let validated = try [1, 2].map {
      try Clusters.trainer(["seed": .number($0)], dataset: data).run()
    }
    let summary = StudySummary(assignment: [], runs: validated)
    #expect(summary.selectedAccuracy == Spread(validated.compactMap(\.selectedAccuracy)))
    #expect(summary.selectedAccuracy?.count == 2)
    let mixed = StudySummary(assignment: [], runs: validated + [try Clusters.trainer().run()])
    #expect(mixed.selectedAccuracy == nil)
    #expect(StudySummary(assignment: [], runs: []).selectedAccuracy == nil)
  }

  @Test func spreadsAreSampleStatistics() {
    let spread = Spread([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(spread.mean == 5 && spread.count == 8)
    #expect(abs((spread.deviation ?? 0) - (32.0 / 7).squareRoot()) < 1e-12)
    #expect(Spread([3]).deviation == nil)
    #expect(Spread([]).count == 0)
    #expect(Study(factors: [], entries: []).best == nil)
  }
}
