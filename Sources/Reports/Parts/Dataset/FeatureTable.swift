internal import Analysis
internal import Datasets
internal import Sparse

extension Dataset {
  /// Figures of the first `count` features over the training samples, in the units they had before
  /// scaling. O(count · samples).
  func featureTable(first count: Int) -> Table {
    let rows = (0..<min(count, width)).map { feature -> [Cell] in
      let center = Double(scaling.center[feature])
      let spread = Double(scaling.spread[feature])
      let values = (0..<train.count).map {
        center + spread * Double(train.features[$0, feature])
      }
      return [
        .text(featureNames[feature]), .number(Statistics.mean(values)),
        .number(Statistics.sd(values)), .number(Statistics.min(values)),
        .number(Statistics.max(values)),
      ]
    }
    return Table(
      title: "Features over the training samples, before scaling",
      columns: [
        .init("feature", .text), .init("mean"), .init("sd"), .init("min"), .init("max"),
      ], rows: rows, note: width > count ? "The first \(count) of \(width) features." : nil)
  }
}
