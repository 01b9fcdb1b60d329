import Reports
import Testing
import Training

/// Published figures beside measured ones.
struct PublishedTests {
  @Test(arguments: PublishedMeasure.allCases)
  func everyRowHoldsMeanAndDifference(measure: PublishedMeasure) throws {
    let study = try SampleSubjects.study()
    let table = study.published([0.5, 0.75], of: measure)
    #expect(table.column("policy") == [.text("set"), .text("static")])
    #expect(table.column("published") == [.percent(0.5), .percent(0.75)])
    #expect(table.column("runs") == [.count(2), .count(2)])
    let runs = study.runs.map { measure($0) }
    for (row, figure) in [0.5, 0.75].enumerated() {
      let (a, b) = (runs[2 * row], runs[2 * row + 1])
      let cells = table.rows[row]
      #expect(abs((cells[2].number ?? .nan) - (a + b) / 2) < 1e-12)
      #expect(abs((cells[3].number ?? .nan) - abs(a - b) / 2.squareRoot()) < 1e-12)
      #expect(abs((cells[5].number ?? .nan) - ((a + b) / 2 - figure)) < 1e-12)
    }
  }

  @Test func theMeasuresAreThoseOfTheRun() throws {
    let run = try SampleSubjects.run(epochs: 3)
    #expect(PublishedMeasure.bestAccuracy(run) == run.accuracyCurve.max())
    #expect(PublishedMeasure.accuracy(run) == run.accuracyCurve.last)
    // ARA of three epochs with b = 0.5: c₁ = 0.75, c₂ = 0.75, so weights 1.5, 2.25, 3 over 6.75.
    let a = run.accuracyCurve
    let ara = (1.5 * a[0] + 2.25 * a[1] + 3 * a[2]) / 6.75
    #expect(abs(PublishedMeasure.ara(run) - ara) < 1e-12)
  }

  @Test func aFactorOfOneValueHasNoColumn() throws {
    let whole = try SampleSubjects.study()
    let entries = whole.entries.map { entry in
      Study.Entry([entry.assignment[0], "zeros", entry.assignment[1]], entry.run)
    }
    let factors = [whole.factors[0], Study.Factor("regrow", ["zeros"]), whole.factors[1]]
    let study = Study(factors: factors, entries: entries)
    #expect(
      study.published([0.5, 0.75], of: .ara) == whole.published([0.5, 0.75], of: .ara))
  }

  @Test func whatHasNotBeenRunKeepsItsPlace() throws {
    let whole = try SampleSubjects.study()
    let half = Study(factors: whole.factors, entries: Array(whole.entries.suffix(2)))
    #expect(half.publishedCount == 2)
    let table = half.published([0.5, 0.75], of: .accuracy)
    #expect(
      table.rows[0] == [.text("set"), .percent(0.5), .missing, .missing, .count(0), .missing])
    #expect(table.rows[1][4] == .count(2))
  }
}
