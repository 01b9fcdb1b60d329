import Sparse
import Testing

/// Properties of removal, growth and rewiring over random matrices.
@Suite struct TopologyTests {
  /// A random matrix with some exact zeros and some ties among its weights.
  private func matrix(_ seed: UInt64) -> SparseMatrix {
    var stream = RandomStream(seed: seed, purpose: .test)
    let rows = Int(stream.integer(below: 30)) + 1
    let columns = Int(stream.integer(below: 30)) + 1
    let nonzeros = Int(stream.integer(below: UInt64(rows * columns + 1)))
    var matrix = SparseMatrix.erdosRenyi(
      rows: rows, columns: columns, nonzeros: nonzeros, stream: &stream)
    for position in 0..<nonzeros {
      matrix.values[position] = (stream.uniform(-1, 1) * 16).rounded() / 16
      matrix.velocity[position] = stream.uniform(-1, 1)
    }
    return matrix
  }

  /// SET's rule by sorting: zeros, then each tail's share in order of magnitude and position.
  private func removalBySorting(_ scores: [Float], _ fraction: Double) -> [Int32] {
    func tail(_ belongs: (Float) -> Bool) -> [Int] {
      let all = scores.indices.filter { belongs(scores[$0]) }
      let sorted = all.sorted { (abs(scores[$0]), $0) < (abs(scores[$1]), $1) }
      return Array(sorted.prefix(Int(fraction * Double(all.count) + 1e-9)))
    }
    guard fraction > 0 else { return [] }
    let zeros = scores.indices.filter { scores[$0] == 0 }
    return (zeros + tail { $0 > 0 } + tail { $0 < 0 }).sorted().map { Int32($0) }
  }

  @Test(arguments: [0, 0.1, 0.3, 0.5, 1]) func removalIsThatOfASort(fraction: Double) {
    for seed in 0..<60 {
      let matrix = matrix(UInt64(seed))
      #expect(
        matrix.twoTailRemoval(fraction: fraction) == removalBySorting(matrix.values, fraction))
    }
  }

  @Test func removalCountsEachTailForItself() {
    let matrix = SparseMatrix(
      rows: 1, columns: 10, rowOffsets: [0, 10], columnIndices: (0..<10).map { Int32($0) },
      values: [0.5, 0.1, 0.3, 0.3, 0.9, -0.2, -0.4, 0, .nan, -0.1])
    // ⌊0.4 · 5⌋ = 2 of the positive, ⌊0.4 · 3⌋ = 1 of the negative, and the zero.
    #expect(matrix.twoTailRemoval(fraction: 0.4) == [1, 2, 7, 9])
    let scores: [Float] = [1, 2, 3, 4, 5, -1, -2, -3, -4, -5]
    #expect(matrix.twoTailRemoval(fraction: 0.4, scores: scores) == [0, 1, 5, 6])
  }

  @Test func removalOfWideRangesIsThatOfASort() {
    var stream = RandomStream(seed: 8, purpose: .test)
    let matrix = SparseMatrix.erdosRenyi(rows: 50, columns: 60, nonzeros: 2500, stream: &stream)
    // Random bits: magnitudes over the whole range of exponents, subnormals among them.
    let scores = (0..<2500).map { _ in
      Float(bitPattern: stream.nextWord() & 0xBFFF_FFFF)
    }
    for fraction in [0.001, 0.3, 0.77] {
      #expect(
        matrix.twoTailRemoval(fraction: fraction, scores: scores)
          == removalBySorting(scores, fraction))
    }
  }

  @Test func smallestMagnitudesAreThoseOfASort() {
    for seed in 0..<40 {
      let matrix = matrix(UInt64(seed))
      let order = matrix.values.indices.sorted {
        (abs(matrix.values[$0]), $0) < (abs(matrix.values[$1]), $1)
      }
      for count in [0, 1, matrix.nonzeros / 3, matrix.nonzeros, matrix.nonzeros + 5] {
        #expect(matrix.smallestMagnitudes(count) == order.prefix(count).sorted().map { Int32($0) })
      }
    }
  }

  @Test func sharesForgiveBinaryFractions() {
    #expect(SparseMatrix.share(0.29, of: 100) == 29)
    #expect(SparseMatrix.share(0.3, of: 10) == 3)
    #expect(SparseMatrix.share(0.3, of: 9) == 2)
    #expect(SparseMatrix.share(1, of: 7) == 7)
    #expect(SparseMatrix.share(0, of: 7) == 0)
  }

  @Test(arguments: [false, true]) func growthFindsEmptyCells(forbidRemoved: Bool) {
    for seed in 0..<80 {
      let matrix = matrix(UInt64(seed))
      var stream = RandomStream(seed: UInt64(seed), purpose: .growth)
      let removed = matrix.twoTailRemoval(fraction: 0.3)
      let cells = matrix.emptyCells(
        removed.count, afterRemoving: removed, forbidRemoved: forbidRemoved, stream: &stream)
      #expect(cells.count == removed.count)
      #expect(zip(cells, cells.dropFirst()).allSatisfy { $0 < $1 })
      let all = matrix.cells()
      let gone = Set(removed.map { all[Int($0)] })
      let kept = Set(all).subtracting(gone)
      #expect(cells.allSatisfy { !kept.contains($0) })
      #expect(cells.allSatisfy { $0.row < matrix.rows && $0.column < matrix.columns })
      let spare = Int(matrix.emptyCellCount())
      if forbidRemoved {
        #expect(cells.filter { gone.contains($0) }.count == max(0, removed.count - spare))
      }
    }
  }

  /// Every empty cell, the just removed ones too, should come up equally often.
  @Test(arguments: [false, true]) func growthIsUniform(forbidRemoved: Bool) {
    let matrix = Pattern.half.matrix(rows: 6, columns: 10)
    var stream = RandomStream(seed: 5, purpose: .growth)
    let removed: [Int32] = [0, 7, 8, 20, 29]
    var counts: [Cell: Double] = [:]
    for _ in 0..<2000 {
      let cells = matrix.emptyCells(
        7, afterRemoving: removed, forbidRemoved: forbidRemoved, stream: &stream)
      for cell in cells { counts[cell, default: 0] += 1 }
    }
    let empty = forbidRemoved ? 30.0 : 35.0
    #expect(Double(counts.count) == empty)
    let expected = 14_000 / empty
    let variance = expected * (1 - 7 / empty)
    let chi = counts.values.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / variance }
    // 34 degrees of freedom, exceeded once in 10,000.
    #expect(chi < 74.9)
  }

  @Test func rewiringKeepsWhatItDoesNotTouch() {
    for seed in 0..<80 {
      let before = matrix(UInt64(seed))
      var stream = RandomStream(seed: UInt64(seed), purpose: .growth)
      let removed = before.twoTailRemoval(fraction: 0.4)
      let cells = before.emptyCells(removed.count, afterRemoving: removed, stream: &stream)
      let new = stream.numbers(cells.count)
      var after = before
      after.rewire(removing: removed, adding: cells, values: new)
      after.checkInvariants()
      #expect(after.nonzeros == before.nonzeros)
      var expected: [Cell: (Float, Float)] = [:]
      let gone = Set(removed)
      for (position, cell) in before.cells().enumerated() where !gone.contains(Int32(position)) {
        expected[cell] = (before.values[position], before.velocity[position])
      }
      for (cell, value) in zip(cells, new) { expected[cell] = (value, 0) }
      for (position, cell) in after.cells().enumerated() {
        let found = expected.removeValue(forKey: cell)
        #expect(found?.0 == after.values[position] && found?.1 == after.velocity[position])
      }
      #expect(expected.isEmpty)
    }
  }

  @Test func theOutputIndexListsEveryConnectionByOutput() {
    for seed in 0..<20 {
      let matrix = matrix(UInt64(seed))
      let index = matrix.outputIndex
      let cells = matrix.cells()
      var listed: [Cell] = []
      for column in 0..<matrix.columns {
        for entry in index.offsets[column]..<index.offsets[column + 1] {
          let cell = Cell(row: index.rows[entry], column: Int32(column))
          #expect(cells[Int(index.positions[entry])] == cell)
          listed.append(cell)
        }
      }
      #expect(listed.sorted() == cells)
      #expect(listed == cells.sorted { ($0.column, $0.row) < ($1.column, $1.row) })
    }
  }
}
