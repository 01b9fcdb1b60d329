extension RandomStream {
  /// `count` distinct whole numbers of 0 ..< bound in ascending order, every such set equally
  /// likely. O(count) time and memory; where more than half of the range is wanted, O(bound).
  ///
  /// The set is that of the first `count` distinct numbers of a sequence drawn with replacement,
  /// which is uniform: numbers are drawn as many at a time as are still missing, sorted, and
  /// merged with those there are.
  /// - Precondition: 0 ≤ `count` ≤ `bound`.
  public mutating func sortedSample(_ count: Int, below bound: UInt64) -> [UInt64] {
    precondition(count >= 0 && UInt64(count) <= bound)
    // Drawing what is left out is cheaper once more than half is wanted.
    if UInt64(count) > bound / 2, bound <= UInt64(Int.max) {
      let leftOut = sparseSample(Int(bound) - count, below: bound)
      var kept: [UInt64] = []
      kept.reserveCapacity(count)
      var next = 0
      for value in 0..<bound {
        if next < leftOut.count, leftOut[next] == value { next += 1 } else { kept.append(value) }
      }
      return kept
    }
    return sparseSample(count, below: bound)
  }

  private mutating func sparseSample(_ count: Int, below bound: UInt64) -> [UInt64] {
    var sample: [UInt64] = []
    while sample.count < count {
      var drawn: [UInt64] = []
      drawn.reserveCapacity(count - sample.count)
      for _ in sample.count..<count { drawn.append(integer(below: bound)) }
      RadixSort.sort(&drawn, below: bound)
      sample = Self.union(sample, drawn)
    }
    return sample
  }

  /// The distinct numbers of two ascending arrays, the first without repeats, in ascending order.
  private static func union(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var union: [UInt64] = []
    union.reserveCapacity(a.count + b.count)
    var next = 0
    for value in b {
      while next < a.count, a[next] < value {
        union.append(a[next])
        next += 1
      }
      if next < a.count, a[next] == value { continue }
      if union.last != value { union.append(value) }
    }
    union.append(contentsOf: a[next...])
    return union
  }
}
