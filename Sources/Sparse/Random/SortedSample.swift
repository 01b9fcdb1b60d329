extension RandomStream {
  /// `count` distinct whole numbers of 0 ..< bound in ascending order, every such set equally
  /// likely (Floyd's algorithm, then a sort). O(count log count) time, O(count) memory.
  /// - Precondition: 0 ≤ `count` ≤ `bound`.
  public mutating func sortedSample(_ count: Int, below bound: UInt64) -> [UInt64] {
    precondition(count >= 0 && UInt64(count) <= bound)
    // Drawing what is left out is cheaper once more than half is wanted.
    if UInt64(count) > bound / 2, bound <= UInt64(Int.max) {
      let leftOut = floydSample(Int(bound) - count, below: bound).sorted()
      var kept: [UInt64] = []
      kept.reserveCapacity(count)
      var next = 0
      for value in 0..<bound {
        if next < leftOut.count, leftOut[next] == value { next += 1 } else { kept.append(value) }
      }
      return kept
    }
    return floydSample(count, below: bound).sorted()
  }

  private mutating func floydSample(_ count: Int, below bound: UInt64) -> Set<UInt64> {
    var chosen = Set<UInt64>(minimumCapacity: count)
    for top in (bound - UInt64(count))..<bound {
      let drawn = integer(below: top + 1)
      if !chosen.insert(drawn).inserted { chosen.insert(top) }
    }
    return chosen
  }
}
