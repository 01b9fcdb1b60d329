/// Labelled samples: one row of features and one class index each.
public struct Samples: Sendable, Equatable {
  /// The features, row by row: `count` × `width` numbers, all finite.
  public let features: [Float]
  /// The class index of each sample, from 0; an index into the data set's `classNames`.
  public let labels: [Int32]
  /// The number of features of a sample, at least 1.
  public let width: Int

  /// The number of samples.
  public var count: Int { labels.count }

  /// Samples of `width` features each.
  /// - Precondition: `width` ≥ 1, `features.count` = `labels.count` · `width`, no label below 0.
  public init(features: [Float], labels: [Int32], width: Int) {
    precondition(width >= 1, "a sample has at least one feature")
    let (expected, overflow) = labels.count.multipliedReportingOverflow(by: width)
    precondition(!overflow && features.count == expected, "features are count × width")
    precondition(labels.allSatisfy { $0 >= 0 }, "class indices count from 0")
    self.features = features
    self.labels = labels
    self.width = width
  }

  /// The features of sample `index` (from 0).
  public subscript(index: Int) -> ArraySlice<Float> {
    features[index * width..<(index + 1) * width]
  }

  /// The samples at these positions, in this order. O(positions · width).
  public func selecting(_ positions: [Int]) -> Samples {
    var chosen: [Float] = []
    chosen.reserveCapacity(positions.count * width)
    for position in positions { chosen.append(contentsOf: self[position]) }
    return Samples(features: chosen, labels: positions.map { labels[$0] }, width: width)
  }

  /// How many samples each of `classes` classes has. O(count).
  public func classCounts(_ classes: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: classes)
    for label in labels { counts[Int(label)] += 1 }
    return counts
  }
}
