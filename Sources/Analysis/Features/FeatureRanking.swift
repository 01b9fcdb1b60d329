internal import Networks
public import Training

/// An input feature and how strongly a trained network is connected to it.
public struct RankedFeature: Sendable, Equatable {
  /// The feature's position among the inputs, counted from 0.
  public let index: Int
  /// Its name.
  public let name: String
  /// Its connections to the first layer, those that the last evolution added left out.
  public let degree: Int

  /// A feature with its degree.
  public init(index: Int, name: String, degree: Int) {
    self.index = index
    self.name = name
    self.degree = degree
  }

  /// Features by falling degree; equal ones stay in the order of the inputs. O(n log n).
  /// - Precondition: as many names as degrees.
  public static func ranking(degrees: [Int], names: [String]) -> [RankedFeature] {
    precondition(degrees.count == names.count, "a name a degree")
    return degrees.indices
      .map { RankedFeature(index: $0, name: names[$0], degree: degrees[$0]) }
      .sorted { ($1.degree, $0.index) < ($0.degree, $1.index) }
  }
}

extension Run {
  /// All input features by falling core degree in the first layer: evolution moves connections to
  /// features that carry information (Pieterse & Mocanu 2019, section 5).
  public var featureRanking: [RankedFeature] {
    let degrees = network.layers[0].weights.degrees(.input, leavingOut: lastAdded[0])
    return RankedFeature.ranking(degrees: degrees, names: data.featureNames)
  }
}
