/// Heat maps that change together from moment to moment. Where nothing moves, the last moment is shown.
public struct HeatmapFilm: Sendable, Equatable {
  /// The caption.
  public let title: String
  /// How each moment reads: `epoch 12 of 100`.
  public let moments: [String]
  /// What changes: for each map its state at every moment, all of one size and with one range of shades.
  public let reels: [[Heatmap]]

  /// A film. What the shades of a map stand for is the same at every moment: all that it ever holds.
  /// - Precondition: there is a moment; each reel has a map for each, all of the same size.
  public init(title: String, moments: [String], reels: [[Heatmap]]) {
    precondition(!moments.isEmpty && reels.allSatisfy { $0.count == moments.count })
    self.title = title
    self.moments = moments
    self.reels = reels.map { maps in
      precondition(maps.allSatisfy { $0.values.count == maps[0].values.count })
      let ranges = maps.compactMap(\.range)
      guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max()
      else { return maps }
      return maps.map { $0.bounded(by: low...high) }
    }
  }

  /// Each map at the last moment.
  public var stills: [Heatmap] { reels.compactMap(\.last) }
}
