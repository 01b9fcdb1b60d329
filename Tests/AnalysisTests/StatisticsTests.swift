import Analysis
import Testing

struct StatisticsTests {
  @Test func meanAndDeviation() {
    #expect(Statistics.mean([2, 4, 4, 4, 5, 5, 7, 9]) == 5)
    // Squares sum to 32; the sample deviation divides by n − 1 = 7.
    #expect(abs(Statistics.sd([2, 4, 4, 4, 5, 5, 7, 9]) - (32.0 / 7).squareRoot()) < 1e-15)
    #expect(Statistics.sd([3, 3, 3]) == 0)
  }

  @Test func median() {
    #expect(Statistics.median([9, 1, 5]) == 5)
    #expect(Statistics.median([9, 1, 5, 7]) == 6)
    #expect(Statistics.median([1.5e308, 1.7e308]) == 1.6e308)
    #expect(Statistics.median([1, .nan]).isNaN)
  }

  @Test func extremes() {
    #expect(Statistics.min([3, -1, 2]) == -1)
    #expect(Statistics.max([3, -1, 2]) == 3)
  }

  @Test func nothingHasNoFigures() {
    #expect(Statistics.mean([]).isNaN)
    #expect(Statistics.sd([1]).isNaN)
    #expect(Statistics.median([]).isNaN)
    #expect(Statistics.min([]).isNaN)
    #expect(Statistics.max([]).isNaN)
    #expect(Statistics.interval95([1]) == nil)
    #expect(Statistics.interval95([1, .infinity]) == nil)
  }

  @Test func theIntervalOfTheMeanUsesStudentsT() throws {
    // Mean 3, s = √2.5, n = 5, t(0.975; 4) = 2.7764451052.
    let interval = try #require(Statistics.interval95([1, 2, 3, 4, 5]))
    let half = 2.776_445_105_2 * (2.5 / 5.0).squareRoot()
    #expect(abs(interval.lowerBound - (3 - half)) < 1e-9)
    #expect(abs(interval.upperBound - (3 + half)) < 1e-9)
  }
}
