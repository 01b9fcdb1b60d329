import Analysis
import Testing

struct FeatureRankingTests {
  @Test func byFallingDegreeAndThenByPlace() {
    let ranking = RankedFeature.ranking(degrees: [3, 9, 3, 0], names: ["a", "b", "c", "d"])
    #expect(ranking.map(\.name) == ["b", "a", "c", "d"])
    #expect(ranking.map(\.degree) == [9, 3, 3, 0])
    #expect(ranking.map(\.index) == [1, 0, 2, 3])
  }

  @Test func noFeatures() {
    #expect(RankedFeature.ranking(degrees: [], names: []).isEmpty)
  }
}
