import Catalogue
import Sparse
import Testing
import Training

/// The criteria by themselves, held against answers found by hand.
struct StoppingCriterionTests {
  /// The epoch, from 1, after which a criterion ends a training with these validation accuracies.
  private func end(_ criterion: any StoppingCriterion, _ accuracies: [Double]) -> Int? {
    var criterion = criterion
    return accuracies.firstIndex { criterion.ends(after: $0) }.map { $0 + 1 }
  }

  private func patience(_ epochs: Double, _ delta: Double = 0) -> Patience {
    Patience(Arguments(["epochs": .number(epochs), "min_delta": .number(delta)]))
  }

  @Test func waitsForSoManyEpochsInARow() {
    // The best is that of epoch 2; 3 only equals it, and 4 is the second that is not better.
    #expect(end(patience(2), [0.5, 0.6, 0.6, 0.55, 0.9]) == 4)
    // Epoch 3 is better again, and the count begins anew.
    #expect(end(patience(2), [0.5, 0.4, 0.6, 0.5, 0.6, 0.9]) == 5)
    #expect(end(patience(3), [0.5, 0.4, 0.6, 0.5, 0.6]) == nil)
    // A value above the last but not above the best is no better one.
    #expect(end(patience(3), [0.9, 0.1, 0.2, 0.3]) == 4)
  }

  @Test func thePatienceOfOneEndsAtTheFirstThatIsNotBetter() {
    #expect(end(patience(1), [0.1, 0.2, 0.3, 0.3]) == 4)
    #expect(end(patience(1), [0, 0]) == 2)
  }

  @Test func theFirstEpochNeverEnds() {
    #expect(end(patience(1), [0]) == nil)
    #expect(end(patience(1, 0.5), [0.25]) == nil)
  }

  @Test func risingAccuraciesNeverEnd() {
    #expect(end(patience(1), (0..<1000).map { Double($0) / 1000 }) == nil)
  }

  @Test func aBetterOneIsHigherByMoreThanTheLeastDifference() {
    // 0.625 is higher by 0.125, not more; 0.75 is, and 0.875 again is not.
    #expect(end(patience(2, 0.125), [0.5, 0.625, 0.75, 0.875, 0.8125]) == 5)
    // Small steps are measured from the last better one, not from one another: 0.6875 is.
    #expect(end(patience(3, 0.125), [0.5, 0.5625, 0.625, 0.6875, 0.5, 0.5, 0.5]) == 7)
  }

  @Test func endsWhereTheLatestAreNoBetterThanAllBefore() {
    var stream = RandomStream(seed: 4, purpose: .test)
    for epochs in 1...6 {
      for _ in 0..<50 {
        let curve = (0..<40).map { _ in Double(Int(stream.uniform(0, 20))) / 20 }
        let expected = (epochs + 1...curve.count).first { count in
          let (before, latest) = (curve[..<(count - epochs)], curve[(count - epochs)..<count])
          return (latest.max() ?? 0) <= (before.max() ?? 0)
        }
        #expect(end(patience(Double(epochs)), curve) == expected)
      }
    }
  }

  @Test func noneNeverEnds() throws {
    #expect(end(NoEarlyStop(Arguments()), Array(repeating: 0, count: 1000)) == nil)
    #expect(!NoEarlyStop.needsValidation && Patience.needsValidation)
    #expect(try TrainingSettings().stopCall.description == "none")
  }

  @Test func aCallIsMadeWithItsDefaults() throws {
    let call = Call("patience", Arguments(["epochs": 7]))
    let settings = try TrainingSettings(arguments: Arguments(["stop": .call(call)]))
    let patience = try #require(settings.stop as? Patience)
    #expect(patience.epochs == 7 && patience.minDelta == 0)
    #expect(settings.stopCall.description == "patience(epochs=7, min_delta=0)")
    let standard = try StoppingCriteria.make(Call("patience")) as? Patience
    #expect(standard?.epochs == 20)
  }
}
