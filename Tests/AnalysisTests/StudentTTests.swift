import Analysis
import Testing

struct StudentTTests {
  /// From printed tables of the 97.5 % point, and its closed forms for 1 and 2 degrees of freedom.
  @Test(arguments: [
    (1.0, 12.706_204_736), (2, 4.302_652_730), (3, 3.182_446_305), (4, 2.776_445_105),
    (9, 2.262_157_163), (29, 2.045_229_642), (100, 1.983_971_519), (1e7, 1.959_964_221),
  ])
  func quantilesAsInTables(degrees: Double, expected: Double) {
    #expect(abs(StudentT(degrees: degrees).quantile(0.975) - expected) < 2e-7)
  }

  @Test func withOneDegreeItIsCauchys() {
    // P(T ≤ 1) = 1/2 + atan(1)/π = 3/4.
    #expect(abs(StudentT(degrees: 1).cumulative(1) - 0.75) < 1e-13)
  }

  @Test(arguments: [1, 2.5, 30, 1000])
  func quantileUndoesCumulative(degrees: Double) {
    let t = StudentT(degrees: degrees)
    for probability in [0.001, 0.2, 0.5, 0.9, 0.9999] {
      #expect(abs(t.cumulative(t.quantile(probability)) - probability) < 1e-11)
    }
  }

  @Test func itIsSymmetric() {
    let t = StudentT(degrees: 7)
    #expect(t.cumulative(0) == 0.5)
    #expect(abs(t.cumulative(-1.3) + t.cumulative(1.3) - 1) < 1e-15)
    #expect(t.quantile(0.25) == -t.quantile(0.75))
  }
}
