import Catalogue
import Evolution
import Foundation
import Networks
import Sparse
import Testing

/// What RigL must keep to besides what `EveryPolicyTests` hold of all policies; the exact sets are those
/// of `SkipOracleTests`.
struct RiggedLotteryTests {
  private func policy(_ arguments: [String: Argument] = [:]) throws -> any Policy {
    try Policies.make(Call("rigl", Arguments(arguments)))
  }

  @Test func itIsDueAtStepsUntilItsEnd() throws {
    let schedule = try policy(["interval": 10]).schedule
    let due = (1...100).filter { schedule.isDue(step: $0, of: 100) }
    #expect(due == [10, 20, 30, 40, 50, 60, 70])
    // Not at the end itself, where nothing would go.
    #expect(!schedule.isDue(step: 30, of: 40) && schedule.isDue(step: 30, of: 41))
    let never = try policy(["until": 0]).schedule
    #expect(!(1...1000).contains { never.isDue(step: $0, of: 1000) })
    #expect(try policy(["until": 1, "interval": 7]).schedule.isDue(step: 98, of: 99))
    #expect(try Policies.make(Call("set")).schedule == .epochs)
    #expect(!Schedule.epochs.isDue(step: 1, of: 1))
  }

  @Test func theShareFallsWithACosine() {
    let removal = AnnealedRemoval(alpha: 0.3, until: 0.75)
    for (step, share) in [
      (1, 0.15 * (1 + cos(Double.pi / 750))), (375, 0.15), (750, 0), (990, 0),
    ] {
      #expect(abs(removal.share(step: step, of: 1000) - share) < 1e-12)
    }
    #expect(AnnealedRemoval(alpha: 0.3, until: 0).share(step: 1, of: 10) == 0.3)
  }

  /// A batch of which many inputs are 0: cells of no gradient are only taken where nothing else is left.
  @Test func deadInputsGetWhatIsLeft() throws {
    let network = try NetworkPlan(
      shape: Shape(hidden: [12]),
      arguments: Arguments(["sparse": .call(Call("density", Arguments(["density": 0.5])))])
    ).build(inputs: 10, classes: 3, seed: 2)
    for alive in [2, 9] {
      var stream = RandomStream(seed: 1, purpose: .test)
      let features = (0..<40).flatMap { _ in
        (0..<10).map { $0 < alive ? Float(stream.normal()) : 0 }
      }
      let gradients = network.gradients(
        features: Features(features, width: 10), labels: (0..<40).map { Int32($0 % 3) },
        indices: Array(0..<40)[...], dropout: nil, workspace: Workspace(for: network, capacity: 40),
        engine: Engine(threads: 1)
      ).gradients
      let moment = TrainingMoment(step: 1, of: 1_000_000, gradients: try #require(gradients))
      let results = try [nil, 1, 2, 3].map { (threads: Int?) in
        var after = network
        let evolution = try policy(["alpha": 0.5]).evolve(
          &after, epoch: 1, seed: 1, at: moment, on: threads.map { Engine(threads: $0) })[0]
        #expect(after.layers[0].nonzeros == 60)
        return evolution
      }
      #expect(results.allSatisfy { $0 == results[0] })
      let evolution = results[0]
      #expect(evolution.removed.count == 29 && evolution.added.count == 29)
      // What rows that are alive have empty is all taken before others get any.
      let taken = evolution.added.count { $0.row < alive }
      guard case .sparse(let matrix) = network.layers[0].weights else { continue }
      let degrees = matrix.rowDegrees().prefix(alive).reduce(0, +)
      let gone = evolution.removed.count { $0.row < alive }
      #expect(taken <= min(29, alive * 12 - degrees + gone))
      #expect(alive == 9 ? taken == 29 : taken < 29)
    }
  }

  @Test func withoutGradientsItGrowsUniformly() throws {
    let start = try EvolvedNetwork(seed: 5, density: 0.3)
    let first = start.evolved(by: try policy())
    let again = start.evolved(by: try policy(), epoch: 2)
    #expect(first.evolutions.map(\.removed) == again.evolutions.map(\.removed))
    #expect(first.evolutions.map(\.added) != again.evolutions.map(\.added))
  }
}
