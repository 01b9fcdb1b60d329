import Analysis
import Testing

struct ARATests {
  @Test(arguments: [0, 0.25, 0.5, 1], [1, 2, 3, 100])
  func aConstantAccuracyIsItsOwnARA(b: Double, epochs: Int) {
    let value = ara([Double](repeating: 0.37, count: epochs), b: b)
    #expect(abs(value - 0.37) < 1e-14)
  }

  @Test func withEqualWeightsItIsTheMean() {
    #expect(abs(ara([0.1, 0.5, 0.9, 0.3], b: 1) - 0.45) < 1e-15)
  }

  @Test func ofOneEpochItIsItsAccuracyWhateverBIs() {
    #expect(ara([0.42], b: 0) == 0.42)
    #expect(ara([0.42]) == 0.42)
  }

  @Test func lateEpochsWeighMore() {
    // n = 2, b = 1/2: weights 1 and 2 over 3.
    #expect(abs(ara([0, 0.9]) - 0.6) < 1e-15)
    #expect(abs(ara([0.9, 0]) - 0.3) < 1e-15)
    // b = 0: the first epoch has no weight.
    #expect(abs(ara([0.9, 0.3], b: 0) - 0.3) < 1e-15)
  }

  @Test func weightsRiseEvenlyFromBToOne() {
    // The weight of an epoch is the ARA of a curve that is 1 there and 0 elsewhere.
    let weights = (0..<5).map { epoch in
      ara((0..<5).map { $0 == epoch ? 1 : 0 }, b: 0.5)
    }
    #expect(abs(weights[0] / weights[4] - 0.5) < 1e-14)
    for epoch in 1..<4 {
      #expect(abs(weights[epoch] * 2 - weights[epoch - 1] - weights[epoch + 1]) < 1e-15)
    }
    #expect(abs(weights.reduce(0, +) - 1) < 1e-14)
  }

  @Test func withoutEpochsThereIsNone() {
    #expect(ara([]).isNaN)
  }
}
