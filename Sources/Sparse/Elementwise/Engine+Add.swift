extension Engine {
  /// Adds the rows `range` of one panel to those of another, padding included, on the caller's
  /// thread. O(rows · batch).
  public func add(_ range: Range<Int>, of panel: Panel, to sums: Panel) {
    check(range, panel, sums)
    let padded = panel.padded
    for row in range {
      let from = panel.base + row * panel.stride
      let to = sums.base + row * sums.stride
      for sample in 0..<padded { to[sample] += from[sample] }
    }
  }
}
