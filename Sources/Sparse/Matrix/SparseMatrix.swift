/// The weights of a sparse layer: `rows` input neurons × `columns` output neurons, of which only the
/// connections that exist are stored, each with its weight and its velocity.
///
/// The master is in compressed rows (CSR) by **input** neuron, columns ascending within a row: the
/// connections of input i are at the positions `rowOffsets[i] ..< rowOffsets[i + 1]`: 12 bytes a
/// connection. An index by **output** neuron lists, for each output, its inputs in ascending order
/// and their positions: 8 bytes a connection, from when it is first needed. A value type: equal when
/// every number is.
///
/// At most 2³¹ − 1 connections, rows and columns each: positions are 32-bit. Whoever takes sizes
/// from outside checks them before building a matrix.
public struct SparseMatrix: Sendable {
  /// The number of input neurons.
  public let rows: Int
  /// The number of output neurons.
  public let columns: Int
  /// Where each input's connections begin; `rows` + 1 numbers from 0 to `nonzeros`.
  public internal(set) var rowOffsets: [Int]
  /// The output neuron of each connection.
  public internal(set) var columnIndices: [Int32]
  /// What follows from the topology; whoever changes that puts a new one here.
  var lazyIndex = LazyIndex()
  // Stored apart from their public faces, which hold their lengths.
  var weights: [Float]
  var speeds: [Float]
  /// The weight of each connection.
  public var values: [Float] {
    get { weights }
    set {
      precondition(newValue.count == weights.count)
      weights = newValue
    }
    _modify {
      defer { precondition(weights.count == columnIndices.count) }
      yield &weights
    }
  }
  /// The velocity of each connection.
  public var velocity: [Float] {
    get { speeds }
    set {
      precondition(newValue.count == speeds.count)
      speeds = newValue
    }
    _modify {
      defer { precondition(speeds.count == columnIndices.count) }
      yield &speeds
    }
  }
  /// The connections by output neuron. Built when first asked for, in
  /// O(rows + columns + nonzeros), and kept as long as the topology stays.
  public var outputIndex: OutputIndex {
    lazyIndex.index(columns: columns, rowOffsets: rowOffsets, columnIndices: columnIndices)
  }

  /// Where each output's connections begin in the index by output; columns + 1 numbers. Built when
  /// first asked for, without the rest of the index.
  public var outputOffsets: [Int] {
    lazyIndex.offsets(columns: columns, columnIndices: columnIndices)
  }

  /// The largest number of rows, of columns and of connections.
  public static let limit = Int(Int32.max)

  /// The number of connections.
  public var nonzeros: Int { columnIndices.count }

  /// The share of cells that are connections; 0 where there are no cells.
  public var density: Double {
    rows == 0 || columns == 0 ? 0 : Double(nonzeros) / (Double(rows) * Double(columns))
  }

  /// A matrix of these connections; velocities are 0 unless given. O(rows + columns + nonzeros).
  /// - Precondition: the invariants that `checkInvariants` lists.
  public init(
    rows: Int, columns: Int, rowOffsets: [Int], columnIndices: [Int32], values: [Float],
    velocity: [Float]? = nil
  ) {
    let fault = Self.fault(
      rows: rows, columns: columns, rowOffsets: rowOffsets, columnIndices: columnIndices,
      values: values, velocity: velocity)
    precondition(fault == nil, fault ?? "")
    self.init(
      trusted: rows, columns, rowOffsets, columnIndices, values,
      velocity ?? [Float](repeating: 0, count: values.count))
  }

  /// A matrix with connections at some cells, their weights 0. O(rows + cells).
  /// - Precondition: `cells` ascend strictly and lie in the matrix.
  public init(rows: Int, columns: Int, cells: [Cell]) {
    var offsets = [0]
    offsets.reserveCapacity(rows + 1)
    for (index, cell) in cells.enumerated() {
      precondition(cell.row >= 0 && cell.row < rows)
      while offsets.count <= cell.row { offsets.append(index) }
    }
    while offsets.count <= rows { offsets.append(cells.count) }
    self.init(
      rows: rows, columns: columns, rowOffsets: offsets, columnIndices: cells.map(\.column),
      values: [Float](repeating: 0, count: cells.count))
  }

  /// A matrix of numbers already known to be sound.
  init(
    trusted rows: Int, _ columns: Int, _ rowOffsets: [Int], _ columnIndices: [Int32],
    _ values: [Float], _ velocity: [Float]
  ) {
    self.rows = rows
    self.columns = columns
    self.rowOffsets = rowOffsets
    self.columnIndices = columnIndices
    weights = values
    speeds = velocity
  }

  /// The bytes of its arrays now, the index by output included as far as it has been asked for.
  public var storedBytes: Int {
    8 * rowOffsets.count + 12 * nonzeros + lazyIndex.storedBytes
  }

  /// Whether a matrix of so many connections, passed by batches of that many samples, needs its index
  /// by output; a large one under narrow batches does not.
  public static func needsIndex(nonzeros: Int, batch: Int) -> Bool {
    batch > 16 || nonzeros < BatchTile.scattered
  }

  /// The positions of an input's connections.
  public func positions(ofRow row: Int) -> Range<Int> { rowOffsets[row]..<rowOffsets[row + 1] }

  /// The number of connections that leave each input neuron. O(rows).
  public func rowDegrees() -> [Int] { (0..<rows).map { rowOffsets[$0 + 1] - rowOffsets[$0] } }

  /// The number of connections that reach each output neuron. O(columns), the first time
  /// O(columns + nonzeros).
  public func columnDegrees() -> [Int] {
    let offsets = outputOffsets
    return (0..<columns).map { offsets[$0 + 1] - offsets[$0] }
  }

  /// The cells of all connections in order. O(nonzeros).
  public func cells() -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(nonzeros)
    for row in 0..<rows {
      for position in positions(ofRow: row) {
        cells.append(Cell(row: Int32(row), column: columnIndices[position]))
      }
    }
    return cells
  }
}

extension SparseMatrix: Equatable {
  /// Equal when every number is.
  public static func == (a: SparseMatrix, b: SparseMatrix) -> Bool {
    a.rows == b.rows && a.columns == b.columns && a.rowOffsets == b.rowOffsets
      && a.columnIndices == b.columnIndices && a.weights == b.weights && a.speeds == b.speeds
  }
}
