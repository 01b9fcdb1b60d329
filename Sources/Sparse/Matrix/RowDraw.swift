#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A draw of cells without replacement in which all cells of a row weigh the same.
public struct RowDraw: Sendable {
  /// How a weight makes a cell likely.
  public enum Rule: Sendable {
    /// Each draw takes a cell with a probability in proportion to its weight, among those left.
    case proportional
    /// Each cell gets a number u uniform on (0, 1), and those with the largest u · weight are taken:
    /// more concentrated on the heavy ones.
    case ranked
  }

  /// How a weight makes a cell likely.
  public let rule: Rule
  /// The weight of a cell of each row.
  public let weights: [Double]

  /// A draw by these weights. What is not above 1e−300 counts as that: such cells come last.
  public init(_ rule: Rule, weights: [Double]) {
    self.rule = rule
    self.weights = weights.map { $0 > 1e-300 ? $0 : 1e-300 }
  }

  /// How many cells of each row are drawn, where a row has so many to draw from.
  ///
  /// A cell's key is E / weight, or E − ln weight where ranked, with E exponential of mean 1; the
  /// cells with the smallest keys are drawn (Efraimidis & Spirakis 2006). The keys of a row's cells
  /// need not be drawn one by one: their order statistics follow each other by steps that are
  /// exponential with mean 1 / (cells left) (Rényi 1953). O(rows · log rows + count · log rows).
  /// - Precondition: 0 ≤ `count` ≤ all cells; a number of cells for each weight.
  func counts(_ count: Int, ofRowsWith cells: [UInt64], stream: inout RandomStream) -> [Int] {
    precondition(cells.count == weights.count && count >= 0)
    var counts = [Int](repeating: 0, count: cells.count)
    var sums = [Double](repeating: 0, count: cells.count)
    let heap = cells.indices.compactMap { row -> KeyedRow? in
      guard count > 0, cells[row] > 0 else { return nil }
      return next(of: row, left: cells[row], &sums[row], &stream)
    }
    var rows = MinimumHeap(heap)
    for _ in 0..<count {
      guard let first = rows.first else { preconditionFailure("there are not so many cells") }
      counts[first.row] += 1
      let left = cells[first.row] - UInt64(counts[first.row])
      if left > 0 {
        rows.replaceFirst(by: next(of: first.row, left: left, &sums[first.row], &stream))
      } else {
        rows.removeFirst()
      }
    }
    return counts
  }

  /// The next smallest key of a row with so many cells left; `sum` is the exponential it belongs to.
  private func next(
    of row: Int, left: UInt64, _ sum: inout Double, _ stream: inout RandomStream
  ) -> KeyedRow {
    sum -= log(stream.openUniform()) / Double(left)
    let weight = weights[row]
    return KeyedRow(key: rule == .proportional ? sum / weight : sum - log(weight), row: row)
  }

  /// A row and the smallest key that its cells have left.
  private struct KeyedRow: Comparable {
    let key: Double
    let row: Int

    static func < (a: KeyedRow, b: KeyedRow) -> Bool {
      a.key != b.key ? a.key < b.key : a.row < b.row
    }
  }
}
