extension Range<Int> {
  /// The first place from which on `belongs` holds, by bisection; the upper bound where it never
  /// does. O(log count).
  /// - Precondition: once it holds, it holds to the end.
  @inline(__always)
  package func firstPlace(where belongs: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = low &+ (high &- low) / 2
      if belongs(middle) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }
}
