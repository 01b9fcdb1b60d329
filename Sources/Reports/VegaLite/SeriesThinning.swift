/// Which values of a long series show what all of them do.
enum SeriesThinning {
  /// The positions to keep, in order: all where there are no more than about `most`; else of every stretch
  /// of neighbours the first, the lowest, the highest, a gap if there is one, and the last. O(values).
  static func kept(of series: Series, most: Int) -> [Int] {
    let count = series.x.count
    guard count > most else { return Array(0..<count) }
    let stretches = max(most / 5, 1)
    return (0..<stretches).flatMap { stretch in
      kept(of: series, in: stretch * count / stretches..<(stretch + 1) * count / stretches)
    }
  }

  private static func kept(of series: Series, in stretch: Range<Int>) -> [Int] {
    let known = stretch.filter { series.x[$0].isFinite && series.y[$0].isFinite }
    let lowest = known.min { series.y[$0] < series.y[$1] }
    let highest = known.max { series.y[$0] < series.y[$1] }
    let gap = stretch.first { !series.x[$0].isFinite || !series.y[$0].isFinite }
    return Set([stretch.first, lowest, highest, gap, stretch.last].compactMap { $0 }).sorted()
  }
}
