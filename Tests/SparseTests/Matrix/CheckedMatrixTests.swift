import Catalogue
import Sparse
import Testing

@Suite struct CheckedMatrixTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let message: String
    var rows = 2
    var columns = 3
    var offsets = [0, 2, 3]
    var targets: [Int32] = [0, 2, 1]
    var values: [Float] = [1, 2, 3]
    var velocity: [Float]? = nil
    var testDescription: String { message }
  }

  static let faults = [
    Fault(message: "1 offsets for 2 rows", offsets: [0]),
    Fault(message: "do not run from 0 to 3", offsets: [1, 2, 3]),
    Fault(message: "do not run from 0 to 3", offsets: [0, 2, 9]),
    Fault(message: "fall after row 1", offsets: [0, 4, 3]),
    Fault(message: "fall after row 0", rows: 3, offsets: [0, -5, 2, 3]),
    Fault(message: "of row 0 do not ascend", targets: [2, 0, 1]),
    Fault(message: "of row 0 do not ascend", targets: [1, 1, 1]),
    Fault(message: "of row 1 do not ascend", targets: [0, 2, -1]),
    Fault(message: "column 3 of row 1 is outside", targets: [0, 2, 3]),
    Fault(message: "2 weights for 3 connections", values: [1, 2]),
    Fault(message: "velocities do not match", velocity: [1]),
    Fault(message: "weight 1 is not finite", values: [1, .nan, 3]),
    Fault(message: "velocity 2 is not finite", velocity: [1, 2, .infinity]),
    Fault(message: "more than it can hold", rows: -1),
    Fault(message: "more than it can hold", columns: Int.max),
    Fault(message: "more than it can hold", rows: Int.max),
  ]

  @Test(arguments: faults) func refuses(_ fault: Fault) {
    let error = #expect(throws: MatrixFormError.self) {
      try SparseMatrix.checked(
        rows: fault.rows, columns: fault.columns, rowOffsets: fault.offsets,
        columnIndices: fault.targets, values: fault.values, velocity: fault.velocity)
    }
    #expect(error?.message.contains(fault.message) == true, "\(error?.message ?? "")")
    #expect(error?.code == .matrixForm)
    #expect(error?.hint != nil)
  }

  @Test func acceptsASoundMatrix() throws {
    let matrix = try SparseMatrix.checked(
      rows: 2, columns: 3, rowOffsets: [0, 2, 3], columnIndices: [0, 2, 1], values: [1, 2, 3])
    matrix.checkInvariants()
    #expect(matrix.velocity == [0, 0, 0])
    #expect(
      matrix.cells() == [
        Cell(row: 0, column: 0), Cell(row: 0, column: 2), Cell(row: 1, column: 1),
      ])
  }

  @Test func valuesCanBeChangedInPlace() {
    var matrix = Pattern.all.matrix(rows: 2, columns: 2)
    matrix.values[3] = 7
    matrix.velocity = [1, 2, 3, 4]
    #expect(matrix.values[3] == 7 && matrix.velocity == [1, 2, 3, 4])
  }
}
