import Foundation
import Sparse
import Testing

/// Drawing empty cells by the weights of their rows, against what the words say.
struct RowDrawTests {
  private let weights = [3, 0.5, 1.5]

  /// Three rows of 3, 1 and 2 empty cells.
  private let matrix = SparseMatrix(
    rows: 3, columns: 3, rowOffsets: [0, 0, 2, 3], columnIndices: [0, 2, 1], values: [1, 2, 3])

  private var empty: [Cell] {
    [(0, 0), (0, 1), (0, 2), (1, 1), (2, 0), (2, 2)].map { Cell(row: $0.0, column: $0.1) }
  }

  private func pairs(_ rule: RowDraw.Rule, draws: Int) -> [[Cell]: Double] {
    let draw = RowDraw(rule, weights: weights)
    var counts: [[Cell]: Double] = [:]
    for epoch in 0..<draws {
      var stream = RandomStream(seed: 5, purpose: .test, epoch: epoch)
      let cells = matrix.emptyCells(2, afterRemoving: [], by: draw, stream: &stream)
      counts[cells, default: 0] += 1
    }
    return counts
  }

  /// χ² of the pairs' counts against their probabilities.
  private func chiSquare(
    _ counts: [[Cell]: Double], draws: Int, _ probability: (Int, Int) -> Double
  ) -> Double {
    var (chi, total) = (0.0, 0.0)
    for a in empty.indices {
      for b in a + 1..<empty.count {
        let expected = probability(a, b) * Double(draws)
        let seen = counts[[empty[a], empty[b]]] ?? 0
        chi += (seen - expected) * (seen - expected) / expected
        total += expected
      }
    }
    #expect(abs(total / Double(draws) - 1) < 1e-3)
    return chi
  }

  /// First a with p_a, then b with p_b / (1 − p_a), or the other way round.
  @Test func pairsComeUpAsInSequentialSampling() {
    let w = empty.map { weights[Int($0.row)] }
    let p = w.map { $0 / w.reduce(0, +) }
    let draws = 20_000
    let chi = chiSquare(pairs(.proportional, draws: draws), draws: draws) { a, b in
      p[a] * p[b] * (1 / (1 - p[a]) + 1 / (1 - p[b]))
    }
    // 14 degrees of freedom, exceeded once in 10,000.
    #expect(chi < 42.6)
  }

  /// The two largest of u · weight: a and b are such where all others are below the smaller of the two;
  /// integrated over its value.
  @Test func pairsComeUpAsTheLargestProducts() {
    let w = empty.map { weights[Int($0.row)] }
    func below(_ x: Double, _ cell: Int) -> Double { min(1, x / w[cell]) }
    let draws = 20_000
    let chi = chiSquare(pairs(.ranked, draws: draws), draws: draws) { a, b in
      let steps = 3000
      var sum = 0.0
      for (low, high) in [(a, b), (b, a)] {
        for step in 0..<steps {
          let x = (Double(step) + 0.5) / Double(steps) * w[low]
          let others = empty.indices.filter { $0 != a && $0 != b }.map { below(x, $0) }
          sum += others.reduce(1, *) * (1 - below(x, high)) / Double(steps)
        }
      }
      return sum
    }
    #expect(chi < 42.6)
  }

  @Test(arguments: [RowDraw.Rule.proportional, .ranked])
  func drawsAllThereAreAndNoMore(rule: RowDraw.Rule) {
    let draw = RowDraw(rule, weights: [0, .nan, 1e-320])
    var stream = RandomStream(seed: 1, purpose: .test)
    #expect(matrix.emptyCells(6, afterRemoving: [], by: draw, stream: &stream) == empty)
    #expect(matrix.emptyCells(0, afterRemoving: [], by: draw, stream: &stream).isEmpty)
    let all = matrix.emptyCells(9, afterRemoving: [0, 1, 2], by: draw, stream: &stream)
    #expect(all.count == 9 && Set(all).count == 9)
  }

  @Test func removedCellsMayBeLeftOut() {
    let draw = RowDraw(.proportional, weights: [1, 100, 1])
    let removed: [Int32] = [0, 2]
    let gone = Set(matrix.cells(at: removed))
    var returned = 0
    for epoch in 0..<50 {
      var stream = RandomStream(seed: 1, purpose: .test, epoch: epoch)
      let free = matrix.emptyCells(4, afterRemoving: removed, by: draw, stream: &stream)
      returned += gone.intersection(free).count
      let strict = matrix.emptyCells(
        4, afterRemoving: removed, forbidRemoved: true, by: draw, stream: &stream)
      #expect(gone.isDisjoint(with: strict) && strict.count == 4)
      let filled = matrix.emptyCells(
        7, afterRemoving: removed, forbidRemoved: true, by: draw, stream: &stream)
      #expect(Set(empty).isSubset(of: filled) && filled.count == 7 && filled == filled.sorted())
    }
    #expect(returned > 40)
  }

  @Test(arguments: Pattern.allCases) func threadsDoNotShow(pattern: Pattern) {
    let matrix = pattern.matrix(rows: 700, columns: 300)
    let removed = matrix.twoTailRemoval(fraction: 0.3)
    let draw = RowDraw(.proportional, weights: (0..<700).map { 1 + Double($0 % 13) })
    let count = Int(min(5000, matrix.emptyCellCount(afterRemoving: removed.count)))
    let cells = [nil, 1, 2, 3].map { (threads: Int?) in
      var stream = RandomStream(seed: 2, purpose: .test)
      return matrix.emptyCells(
        count, afterRemoving: removed, by: draw, stream: &stream,
        on: threads.map { Engine(threads: $0) })
    }
    let kept = Set(matrix.cells()).subtracting(matrix.cells(at: removed))
    #expect(cells[0].count == count && kept.isDisjoint(with: cells[0]))
    #expect(zip(cells[0], cells[0].dropFirst()).allSatisfy { $0 < $1 })
    #expect(cells.allSatisfy { $0 == cells[0] })
  }
}
