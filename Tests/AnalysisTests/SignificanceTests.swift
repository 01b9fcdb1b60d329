import Analysis
import Testing
import Training

/// Held against `scripts/reference/significance.py`: SciPy and statsmodels.
struct SignificanceTests {
  private struct Family: Decodable {
    struct Test: Decodable {
      let values: [Double]
      let mean, sd, low, high, t, p, corrected: Double
    }
    let baseline: [Double]
    let tests: [Test]
  }

  @Test func figuresAreThoseOfSciPy() throws {
    for family in try Oracle.read("significance", as: [Family].self) {
      for expected in family.tests {
        let test = try #require(PairedTest(expected.values, family.baseline))
        #expect(test.pairs == family.baseline.count)
        #expect(abs(test.statistic / expected.t - 1) < 1e-6)
        #expect(abs(test.p / expected.p - 1) < 1e-6)
        #expect(abs(Statistics.mean(expected.values) - expected.mean) < 1e-12)
        #expect(abs(Statistics.sd(expected.values) - expected.sd) < 1e-12)
        let interval = try #require(Statistics.interval95(expected.values))
        #expect(abs(interval.lowerBound - expected.low) < 1e-6)
        #expect(abs(interval.upperBound - expected.high) < 1e-6)
      }
      for (found, expected) in zip(Statistics.holm(family.tests.map(\.p)), family.tests) {
        #expect(abs((found ?? .nan) / expected.corrected - 1) < 1e-6)
      }
    }
  }

  @Test func whatWasNotTestedDoesNotCount() {
    #expect(Statistics.holm([0.02, nil, 0.01]) == [0.02, nil, 0.02])
    #expect(Statistics.holm([0.9, 0.8]) == [1, 1])
    #expect(Statistics.holm([]).isEmpty)
  }

  @Test func equalDifferencesSayNothing() throws {
    #expect(try #require(PairedTest([0.5, 0.7], [0.5, 0.7])).p == 1)
    #expect(PairedTest([0.6, 0.8], [0.5, 0.7]) == nil)
    #expect(PairedTest([0.6], [0.5]) == nil)
    #expect(PairedTest([0.6, .nan], [0.5, 0.2]) == nil)
  }

  @Test func everyCombinationIsHeldAgainstItsOwnBaseline() throws {
    let study = try Study(
      factors: [
        .init("policy", ["static", "set"]), .init("epochs", ["1", "3"]),
        .init("seed", ["1", "2", "3"]),
      ],
      entries: ["static", "set"].flatMap { policy in
        try [1, 3].flatMap { epochs in
          try (1...3).map { seed in
            Study.Entry(
              [policy, "\(epochs)", "\(seed)"],
              try SmallData.run(epochs: epochs, policy: policy, seed: seed))
          }
        }
      })
    let rows = study.significance(of: .bestOnTest)
    #expect(rows.map(\.isBaseline) == [true, true, false, false])
    #expect(rows.prefix(2).allSatisfy { $0.test == nil && $0.verdict == nil })
    // After one epoch no connection has evolved, so that both policies have the same networks.
    #expect(rows[2].test?.p == 1 && rows[2].verdict == .tie)
    let (own, base) = (rows[3].accuracies, rows[1].accuracies)
    #expect(rows[3].test == PairedTest(own, base))
    let tested = [rows[2].test?.p, rows[3].test?.p]
    #expect([rows[2].correctedP, rows[3].correctedP] == Statistics.holm(tested))
    #expect(study.significance(of: .final)[3].accuracies == study.summaries[3].runs.map(\.accuracy))
  }

  @Test func runsAreComparedByValidationWhereTheyHaveSuch() throws {
    func study(_ validates: (Int) -> Bool) throws -> Study {
      try Study(
        factors: [.init("policy", ["static", "set"]), .init("seed", ["1", "2", "3"])],
        entries: ["static", "set"].flatMap { policy in
          try (1...3).map { seed in
            let data = validates(seed) ? SmallData.validated : SmallData.dataset
            let run = try SmallData.run(epochs: 3, policy: policy, seed: seed, on: data)
            return Study.Entry([policy, "\(seed)"], run)
          }
        })
    }
    let all = try study { _ in true }
    #expect(all.measures == AccuracyMeasure.allCases)
    let rows = all.significance(of: .bestOnValidation)
    #expect(rows.map(\.accuracies) == all.summaries.map { $0.runs.compactMap(\.selectedAccuracy) })
    #expect(rows[1].test == PairedTest(rows[1].accuracies, rows[0].accuracies))
    // Validated on the test samples, what validation selects is what is best on test.
    #expect(rows == all.significance(of: .bestOnTest))

    let some = try study { $0 > 1 }
    let fewer = some.significance(of: .bestOnValidation)
    #expect(fewer.map(\.accuracies) == rows.map { Array($0.accuracies.dropFirst()) })
    #expect(try study { _ in false }.measures == [.final, .bestOnTest])
  }
}
