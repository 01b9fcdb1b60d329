import Sparse

/// How the connections of a test matrix lie.
enum Pattern: String, CaseIterable, Sendable {
  case none, onePerRow, fivePercent, half, all, ragged

  /// A matrix of the pattern with weights and velocities uniform on −1 … 1.
  func matrix(rows: Int, columns: Int, seed: UInt64 = 1) -> SparseMatrix {
    var stream = RandomStream(seed: seed, purpose: .test, layer: 1)
    var offsets = [0]
    var targets: [Int32] = []
    for row in 0..<rows {
      let degree =
        switch self {
        case .none: 0
        case .onePerRow: 1
        case .fivePercent: max(1, columns / 20)
        case .half: columns / 2
        case .all: columns
        case .ragged: row % 3 == 0 ? 0 : min(columns, row * 7 % (columns + 1))
        }
      targets += stream.sortedSample(min(degree, columns), below: UInt64(columns)).map {
        Int32($0)
      }
      offsets.append(targets.count)
    }
    return SparseMatrix(
      rows: rows, columns: columns, rowOffsets: offsets, columnIndices: targets,
      values: stream.numbers(targets.count), velocity: stream.numbers(targets.count))
  }
}

extension RandomStream {
  /// Numbers uniform on −1 … 1.
  mutating func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in uniform(-1, 1) } }
}

extension Panel {
  /// A panel with numbers uniform on −1 … 1 in every column of the batch.
  static func random(_ features: Int, _ batch: Int, capacity: Int? = nil, seed: UInt64) -> Panel {
    let panel = Panel(features: features, capacity: capacity ?? batch)
    panel.batch = batch
    var stream = RandomStream(seed: seed, purpose: .test, layer: 2)
    for feature in 0..<features {
      let row = panel.row(feature)
      for sample in 0..<batch { row[sample] = stream.uniform(-1, 1) }
    }
    return panel
  }

  /// The numbers of the batch, row by row.
  var numbers: [Float] {
    (0..<features).flatMap { feature in
      Array(UnsafeBufferPointer(start: row(feature), count: batch))
    }
  }

  /// The numbers that kernels write, padding included, row by row.
  var paddedNumbers: [Float] {
    (0..<features).flatMap { feature in
      Array(UnsafeBufferPointer(start: row(feature), count: padded))
    }
  }

  /// The first `width` numbers of every row, row by row.
  func narrowed(to width: Int) -> [Float] {
    (0..<features).flatMap { feature in
      Array(UnsafeBufferPointer(start: row(feature), count: width))
    }
  }

  /// A panel with the same numbers.
  func copy() -> Panel {
    let copy = Panel(features: features, capacity: capacity)
    copy.batch = batch
    for feature in 0..<features { copy.row(feature).update(from: row(feature), count: padded) }
    return copy
  }
}

/// The largest difference of two arrays, infinite where their lengths differ or a number is none.
func distance(_ a: [Float], _ b: [Float]) -> Float {
  guard a.count == b.count else { return .infinity }
  var largest: Float = 0
  a.withUnsafeBufferPointer { a in
    b.withUnsafeBufferPointer { b in
      for index in a.indices where a[index] != b[index] {
        let difference = abs(a[index] - b[index])
        largest = difference.isNaN ? .infinity : max(largest, difference)
      }
    }
  }
  return largest
}

/// What two orders of adding up `length` products of numbers within −1 … 1 may differ by.
func tolerance(_ length: Int) -> Float {
  Float.ulpOfOne * Float(length + 4) * (1 + Float(length).squareRoot())
}
