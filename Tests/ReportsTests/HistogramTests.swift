import Reports
import Testing

struct HistogramTests {
  private func series(_ values: [Double]) throws -> Series {
    let chart = Chart.histogram(title: "", label: "", of: values)
    return try #require(chart.series.first)
  }

  @Test func everyFiniteValueFallsIntoOneBin() throws {
    for count in [1, 2, 10, 1000] {
      let values = (0..<count).map { Double(($0 * 7919) % 1000) / 13 }
      #expect(try series(values).y.reduce(0, +) == Double(count))
    }
    #expect(try series([1, .nan, .infinity, 2]).y.reduce(0, +) == 2)
  }

  @Test func wholeNumbersStandInTheMiddleOfBinsOneWide() throws {
    let bars = try series([3, 4, 4, 5, 5, 5, 6, 6, 7])
    #expect(bars.barWidth == 1)
    #expect(bars.x == [3, 4, 5, 6, 7])
    #expect(bars.y == [1, 2, 3, 2, 1])
  }

  @Test func oneValueIsOneBar() throws {
    #expect(try series([7, 7, 7]).y == [3])
    #expect(try series([0.1]).y == [1])
    #expect(try series([0]).x == [0])
  }

  @Test func thereAreAtMostAboutSixtyBins() throws {
    // One value far from all others.
    let bars = try series((0..<10_000).map { Double($0 % 100) } + [100_000])
    #expect(bars.x.count <= 61)
    #expect(bars.y.reduce(0, +) == 10_001)
  }

  @Test func noValues() throws {
    #expect(try series([]).x.isEmpty)
  }

  @Test(arguments: [[1e308, -1e308], [1e-320, 2e-320, 3e-320], [1e17, 1e17 + 64]] as [[Double]])
  func extremeNumbersKeepTheirCount(values: [Double]) throws {
    #expect(try series(values).y.reduce(0, +) == Double(values.count))
  }
}
