public import Datasets
internal import Networks
public import Sparse
public import Training

/// How well a trained network does when its inputs are taken away, one more at a time.
public struct RemovalCurve: Sendable, Equatable {
  /// Which inputs go first.
  public enum Order: String, Sendable, CaseIterable {
    /// Those with the fewest connections.
    case least
    /// Those with the most.
    case most
  }

  /// How many inputs were set to 0, ascending from 0.
  public let removed: [Int]
  /// The accuracy with so many inputs gone, 0…1.
  public let accuracies: [Double]

  /// A curve of as many accuracies as removals.
  /// - Precondition: both have the same length.
  public init(removed: [Int], accuracies: [Double]) {
    precondition(removed.count == accuracies.count)
    self.removed = removed
    self.accuracies = accuracies
  }
}

extension Run {
  /// The accuracy on samples when scaled inputs are set to 0 one more at a time, in the order of
  /// their core degrees (Pieterse & Mocanu 2019, section 5). The network is not trained again.
  ///
  /// O(points · samples · connections).
  /// - Parameters:
  ///   - samples: scaled as those of the training were, such as the test samples.
  ///   - order: which inputs go first; of equal degrees the one that stands first.
  ///   - points: at most how many accuracies to measure, at least 2, spread evenly from no input
  ///     gone to all; nil for one an input.
  ///   - engine: what to compute with.
  /// - Throws: `AnalysisError.otherData` where the samples do not fit the network.
  public func removalCurve(
    on samples: Samples, order: RemovalCurve.Order = .least, points: Int? = nil,
    engine: Engine? = nil
  ) throws -> RemovalCurve {
    guard samples.width == network.inputs else {
      throw AnalysisError.otherData(features: samples.width, inputs: network.inputs)
    }
    let engine = engine ?? Engine(threads: settings.threads)
    let ranking = order == .most ? featureRanking : Self.leastFirst(featureRanking)
    var features = samples.features
    var curve: (removed: [Int], accuracies: [Double]) = ([], [])
    var gone = 0
    for count in Self.steps(samples.width, points: points) {
      while gone < count {
        features.clear(ranking[gone].index)
        gone += 1
      }
      let rest = Samples(features: features, labels: samples.labels)
      curve.removed.append(count)
      curve.accuracies.append(try network.evaluate(on: rest, engine: engine).accuracy)
    }
    return RemovalCurve(removed: curve.removed, accuracies: curve.accuracies)
  }

  private static func leastFirst(_ ranking: [RankedFeature]) -> [RankedFeature] {
    ranking.sorted { ($0.degree, $0.index) < ($1.degree, $1.index) }
  }

  /// How many inputs are gone at each point.
  private static func steps(_ inputs: Int, points: Int?) -> [Int] {
    let intervals = min(max((points ?? inputs + 1) - 1, 1), inputs)
    return (0...intervals).map { $0 * inputs / intervals }
  }
}
