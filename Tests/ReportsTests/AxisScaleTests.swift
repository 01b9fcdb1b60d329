import Reports
import Testing

struct AxisScaleTests {
  private func labels(
    _ axis: Axis, _ low: Double, _ high: Double, ticks: Int = 5, snapping: Bool = true
  ) -> [String] {
    AxisScale(axis, values: low...high, ticks: ticks, snapping: snapping).ticks.map(\.label)
  }

  @Test func stepsAreOneTwoOrFive() {
    #expect(labels(Axis(), 0, 1) == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(labels(Axis(), 0.1, 0.31) == ["0.10", "0.15", "0.20", "0.25", "0.30", "0.35"])
    #expect(labels(Axis(), -3, 3) == ["−4", "−2", "0", "2", "4"])
    #expect(labels(Axis(), 2, 7) == ["2", "3", "4", "5", "6", "7"])
  }

  @Test func noTickShowsRounding() {
    for decimals in [1.0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5] {
      for label in labels(Axis(), 0, 3 * decimals, ticks: 30) { #expect(label.count <= 8) }
    }
  }

  @Test func accuraciesReadInPercentAndStayWithinTheirRange() {
    let accuracy = Axis("accuracy", unit: .percent)
    #expect(labels(accuracy, 0.62, 0.98) == ["60%", "70%", "80%", "90%", "100%"])
    #expect(labels(accuracy, 0.951, 0.9545) == ["95.1%", "95.2%", "95.3%", "95.4%", "95.5%"])
    #expect(labels(accuracy, 1, 1).last == "100%")
    #expect(labels(accuracy, 0, 0).first == "0%")
  }

  @Test func countsHaveNoFractions() {
    #expect(labels(Axis(unit: .count), 1, 3, ticks: 7, snapping: false) == ["1", "2", "3"])
    #expect(labels(Axis(unit: .count), 1, 1, snapping: false) == ["1"])
  }

  @Test func largeNumbersAreShort() {
    #expect(labels(Axis(), 0, 200_000) == ["0", "50k", "100k", "150k", "200k"])
    #expect(labels(Axis(), 0, 4e7) == ["0", "10M", "20M", "30M", "40M"])
    #expect(
      labels(Axis(), 0, 5000, ticks: 5) == ["0", "1,000", "2,000", "3,000", "4,000", "5,000"])
  }

  @Test func farNumbersHaveExponents() {
    #expect(labels(Axis(), 0, 4e-9, ticks: 4) == ["0", "1e-9", "2e-9", "3e-9", "4e-9"])
    #expect(labels(Axis(), 0, 4e20, ticks: 4) == ["0", "1e20", "2e20", "3e20", "4e20"])
  }

  @Test func logarithmicTicks() {
    let log = Axis(scale: .log)
    #expect(labels(log, 0.012, 230) == ["0.01", "0.1", "1", "10", "100", "1,000"])
    #expect(labels(log, 3, 40) == ["2", "5", "10", "20", "50"])
    #expect(labels(log, 1e-12, 1e12).count <= 7)
  }

  @Test func placesAreFractionsOfTheLength() throws {
    let linear = AxisScale(Axis(), values: 0...10, ticks: 5, snapping: true)
    #expect(linear.fraction(0) == 0)
    #expect(linear.fraction(10) == 1)
    #expect(linear.fraction(.nan) == nil)
    let log = AxisScale(Axis(scale: .log), values: 1...100, ticks: 5, snapping: true)
    #expect(abs(try #require(log.fraction(10)) - 0.5) < 1e-12)
    #expect(log.fraction(0) == nil)
    #expect(log.fraction(-1) == nil)
  }
}
