internal import Sparse

/// Draws samples so that every class keeps its share.
enum StratifiedDraw {
  /// The positions of `count` samples, ascending: of each class its proportional part, rounded so
  /// that the parts sum to `count` (largest remainders first, ties to the lower class), and within
  /// a class every choice equally likely. O(n log n).
  /// - Precondition: 0 ≤ `count` ≤ `labels.count`.
  static func positions(
    of count: Int, among labels: [Int32], using stream: inout RandomStream
  ) -> [Int] {
    precondition((0...labels.count).contains(count))
    guard let classes = labels.max().map({ Int($0) + 1 }) else { return [] }
    var members = [[Int]](repeating: [], count: classes)
    for (position, label) in labels.enumerated() { members[Int(label)].append(position) }

    // Exact parts in whole numbers: size · count / n, with the remainder kept.
    var parts: [(class: Int, whole: Int, remainder: UInt)] = members.enumerated().map {
      label, all in
      let product = UInt(all.count).multipliedFullWidth(by: UInt(count))
      let (whole, remainder) = UInt(labels.count).dividingFullWidth(product)
      return (label, Int(whole), remainder)
    }
    let missing = count - parts.reduce(0) { $0 + $1.whole }
    let byRemainder = parts.indices.sorted {
      (parts[$1].remainder, parts[$0].class) < (parts[$0].remainder, parts[$1].class)
    }
    for index in byRemainder.prefix(missing) { parts[index].whole += 1 }

    var drawn: [Int] = []
    drawn.reserveCapacity(count)
    for part in parts {
      let chosen = stream.sortedSample(part.whole, below: UInt64(members[part.class].count))
      drawn.append(contentsOf: chosen.map { members[part.class][Int($0)] })
    }
    return drawn.sorted()
  }
}
