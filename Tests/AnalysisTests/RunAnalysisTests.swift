import Sparse
import Analysis
import Catalogue
import Datasets
import Networks
import Testing
import Training

/// What is read off a trained run.
struct RunAnalysisTests {
  private let run: Run
  private let dataset: Dataset

  init() throws {
    dataset = SmallData.dataset
    run = try SmallData.run(epochs: 4)
  }

  @Test func coreDegreesLeaveOutWhatTheLastEvolutionAdded() throws {
    let all = try run.degrees(core: false)
    let core = try run.degrees()
    #expect(all.reduce(0, +) == run.network.layers[0].nonzeros)
    let added = try #require(run.evolutionRecords.last { $0.layer == 1 }).added
    #expect(added > 0)
    #expect(core.reduce(0, +) == all.reduce(0, +) - added)
    #expect(zip(core, all).allSatisfy { $0 <= $1 })
  }

  @Test func degreesOfTheOtherSideAddUpToTheSame() throws {
    let inputs = try run.degrees(layer: 2, side: .input)
    let outputs = try run.degrees(layer: 2, side: .output)
    #expect(inputs.count == 12)
    #expect(outputs.count == 8)
    #expect(inputs.reduce(0, +) == outputs.reduce(0, +))
  }

  @Test(arguments: [0, 4, -1, .max, .min])
  func aLayerThatIsNotThereIsRefused(layer: Int) {
    #expect(throws: AnalysisError.noLayer(layer, layers: 3)) { try run.degrees(layer: layer) }
  }

  @Test func theRankingFollowsCoreDegrees() throws {
    let degrees = try run.degrees()
    let ranking = run.featureRanking
    #expect(Set(ranking.map(\.index)).count == dataset.width)
    #expect(ranking.map(\.degree) == degrees.sorted(by: >))
    #expect(ranking[0].name == dataset.featureNames[ranking[0].index])
  }

  @Test func churnIsTheShareThatPoliciesAskFor() {
    // Three evolutions: never after the last epoch.
    #expect(run.churn.map(\.epoch) == [1, 2, 3])
    #expect(run.churn.allSatisfy { $0.removed == $0.added && $0.share > 0.2 && $0.share <= 0.3 })
  }

  @Test func theRemovalCurveBeginsWithEverythingAndEndsWithNothing() throws {
    let curve = try run.removalCurve(on: dataset.test)
    #expect(curve.removed == Array(0...dataset.width))
    #expect(curve.accuracies.first == run.accuracy)
    // Without inputs every sample is taken for the same class, and both are equally frequent.
    #expect(curve.accuracies.last == 0.5)
    #expect(curve != (try run.removalCurve(on: dataset.test, order: .most)))
  }

  @Test func theMostConnectedInputGoesFirstIfAsked() throws {
    let curve = try run.removalCurve(on: dataset.test, order: .most)
    let first = run.featureRanking[0].index
    var features = dataset.test.features.values
    for row in 0..<dataset.test.count { features[row * dataset.width + first] = 0 }
    let rest = Samples(
      features: features, labels: dataset.test.labels, width: dataset.width)
    #expect(curve.accuracies[1] == (try run.evaluate(on: rest)).accuracy)
  }

  @Test func stepsMakeItShorter() throws {
    let curve = try run.removalCurve(on: dataset.test, points: 3)
    #expect(curve.removed == [0, dataset.width / 2, dataset.width])
    #expect(try run.removalCurve(on: dataset.test, points: 0).removed == [0, dataset.width])
  }

  @Test func samplesOfAnotherWidthAreRefused() throws {
    let other = Samples(features: [1, 2, 3], labels: [0], width: 3)
    #expect(throws: AnalysisError.otherData(features: 3, inputs: dataset.width)) {
      try run.removalCurve(on: other)
    }
  }

  @Test func densities() {
    let layers = run.network.layerDensities
    #expect(layers.map(\.layer) == [1, 2, 3])
    #expect(layers.map(\.inputs) == [10, 12, 8])
    #expect(layers.map(\.isSparse) == [true, true, false])
    #expect(layers[2].density == 1)
    #expect(layers.map(\.connections).reduce(0, +) == run.parameters)
    #expect(layers[0].density == run.network.layers[0].density)
  }

  @Test func distancesAreThoseOfTheSetsOfCells() throws {
    let other = try SmallData.run(epochs: 1, seed: 2)
    for (index, found) in try run.topologyDistances(to: other).enumerated() {
      let (own, theirs) = (cells(run, index), cells(other, index))
      #expect(found.layer == index + 1)
      #expect(found.common == own.intersection(theirs).count)
      #expect(found.union == own.union(theirs).count)
    }
    #expect(try run.topologyDistances(to: other).map { $0.distance > 0 } == [true, true, false])
    #expect(try run.topologyDistances(to: run).allSatisfy { $0.distance == 0 })
  }

  private func cells(_ run: Run, _ layer: Int) -> Set<[Int]> {
    let layer = run.network.layers[layer]
    guard case .sparse(let matrix) = layer.weights else {
      return Set((0..<layer.rows).flatMap { row in (0..<layer.columns).map { [row, $0] } })
    }
    return Set(
      (0..<matrix.rows).flatMap { row in
        (matrix.rowOffsets[row]..<matrix.rowOffsets[row + 1]).map {
          [row, Int(matrix.columnIndices[$0])]
        }
      })
  }

  @Test func topologiesOfOtherShapesAreRefused() throws {
    let plan = try NetworkPlan(shape: Shape(hidden: [4]), arguments: Arguments())
    let settings = try TrainingSettings(arguments: Arguments(["epochs": 0, "batch": 10]))
    let other = try Trainer(plan: plan, dataset: dataset, settings: settings).run()
    #expect(throws: AnalysisError.otherShape("10-12-8-2", "10-4-2")) {
      try run.topologyDistances(to: other)
    }
  }

  @Test func araOfTheRunIsThatOfItsCurve() {
    #expect(run.ara(b: 1) == ara(run.accuracyCurve, b: 1))
  }
}
