import Sparse
import Testing

struct ConnectivityMapTests {
  private func matrix(rows: Int, columns: Int, density: Double) -> SparseMatrix {
    var stream = RandomStream(seed: 7, purpose: .test)
    // The first rows have more of them.
    let lines = (0..<rows).map { row in
      (0..<Int32(columns)).filter { _ in
        stream.uniform(0, 1) < Float(density) * Float(rows - row) / Float(rows)
      }
    }
    let offsets = lines.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    return SparseMatrix(
      rows: rows, columns: columns, rowOffsets: offsets, columnIndices: lines.flatMap { $0 },
      values: [Float](repeating: 1, count: offsets[rows]))
  }

  /// Against the definition: order, cut, count.
  @Test(arguments: [(30, 20, 7), (5, 9, 20), (64, 64, 64), (3, 1, 1), (60, 100, 48)])
  func isThatOfTheDefinition(rows: Int, columns: Int, side: Int) {
    let matrix = matrix(rows: rows, columns: columns, density: 0.6)
    let connected = Set(matrix.cells().map { [Int($0.row), Int($0.column)] })
    func groups(_ degrees: [Int]) -> [[Int]] {
      let order = degrees.indices.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
      let each = (order.count + side - 1) / side
      let count = (order.count + each - 1) / each
      return (0..<count).map { group in
        Array(order[group * order.count / count..<(group + 1) * order.count / count])
      }
    }
    let high = groups((0..<rows).map { row in connected.count { $0[0] == row } })
    let wide = groups((0..<columns).map { column in connected.count { $0[1] == column } })
    let map = ConnectivityMap(matrix, side: side)
    #expect(map.rows == high.map(\.count) && map.columns == wide.map(\.count))
    var expected: [Double] = []
    for group in high {
      for other in wide {
        let held = group.reduce(0) { sum, row in
          sum + other.count { connected.contains([row, $0]) }
        }
        expected.append(Double(held) / Double(group.count * other.count))
      }
    }
    #expect(map.shares == expected)
    let weighted = zip(map.shares, high.flatMap { group in wide.map { group.count * $0.count } })
    #expect(abs(weighted.reduce(0) { $0 + $1.0 * Double($1.1) } - Double(matrix.nonzeros)) < 1e-9)
  }
}
