public import Sparse

/// Labelled samples: one row of features and one class index each.
public struct Samples: Sendable, Equatable {
  /// The features: `count` × `width` numbers, all finite.
  public let features: Features
  /// The class index of each sample, from 0; an index into the data set's `classNames`.
  public let labels: [Int32]
  /// The number of features of a sample, at least 1.
  public var width: Int { features.width }
  /// The number of samples.
  public var count: Int { labels.count }

  /// Samples of these features.
  /// - Precondition: a label for each sample, none below 0.
  public init(features: Features, labels: [Int32]) {
    precondition(features.count == labels.count, "every sample has features and a label")
    precondition(labels.allSatisfy { $0 >= 0 }, "class indices count from 0")
    self.features = features
    self.labels = labels
  }

  /// Samples of `width` features each, kept as floats.
  /// - Precondition: `width` ≥ 1, `features.count` = `labels.count` · `width`, no label below 0.
  public init(features: [Float], labels: [Int32], width: Int) {
    self.init(features: Features(features, width: width), labels: labels)
  }

  /// The samples at these positions, in this order. O(positions · width).
  public func selecting(_ positions: [Int]) -> Samples {
    Samples(features: features.selecting(positions), labels: positions.map { labels[$0] })
  }

  /// These samples and then others of the same features. O(numbers).
  func followed(by others: Samples) -> Samples {
    Samples(features: features.followed(by: others.features), labels: labels + others.labels)
  }

  /// How many samples each of `classes` classes has. O(count).
  public func classCounts(_ classes: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: classes)
    for label in labels { counts[Int(label)] += 1 }
    return counts
  }
}
