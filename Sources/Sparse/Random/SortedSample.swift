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
      let missing = count - sample.count
      var drawn = [UInt64](unsafeUninitializedCapacity: missing) { numbers, filled in
        fill(UnsafeMutableBufferPointer(rebasing: numbers[..<missing]), below: bound)
        filled = missing
      }
      RadixSort.sort(&drawn, below: bound)
      Self.removeRepeats(&drawn)
      if sample.isEmpty { sample = drawn } else { Self.merge(drawn, into: &sample) }
    }
    return sample
  }

  /// Keeps one of equal neighbours.
  private static func removeRepeats(_ numbers: inout [UInt64]) {
    guard var last = numbers.first else { return }
    let kept = numbers.withUnsafeMutableBufferPointer { numbers in
      var kept = 1
      for place in 1..<numbers.count {
        let number = numbers[place]
        numbers[kept] = number
        kept &+= number != last ? 1 : 0
        last = number
      }
      return kept
    }
    numbers.removeLast(numbers.count - kept)
  }

  /// Adds the few numbers of `more` that `numbers` lacks, both ascending without repeats: what is
  /// there moves up to make room, from its end.
  private static func merge(_ more: [UInt64], into numbers: inout [UInt64]) {
    let new = more.filter { number in
      let place = numbers.indices.firstPlace { numbers[$0] >= number }
      return place == numbers.count || numbers[place] != number
    }
    var (from, to) = (numbers.count, numbers.count + new.count)
    numbers.append(contentsOf: new)
    for number in new.reversed() {
      while from > 0, numbers[from - 1] > number {
        (from, to) = (from - 1, to - 1)
        numbers[to] = numbers[from]
      }
      to -= 1
      numbers[to] = number
    }
  }
}
