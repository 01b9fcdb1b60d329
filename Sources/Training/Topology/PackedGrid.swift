/// A grid of numbers from zero up in a byte each, to be looked at: shares of cells, numbers of connections.
///
/// Whole numbers up to 254 are exact; others are off by a 508th of the largest at most.
public struct PackedGrid: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// What a step of a level stands for.
  public let step: Double
  /// The levels row by row, 0…254.
  public let levels: [UInt8]

  /// Packs numbers given row by row; what is below zero or no finite number counts as zero.
  /// - Precondition: a number for each pair of row and column.
  public init(rows: Int, columns: Int, values: [Double]) {
    precondition(values.count == rows * columns, "a number a cell")
    self.rows = rows
    self.columns = columns
    let known = values.map { $0.isFinite ? max($0, 0) : 0 }
    let scale = ByteScale(for: known, within: 0...(known.max() ?? 0))
    step = scale.step
    levels = known.map(scale.level)
  }

  /// The numbers, row by row.
  public var values: [Double] { levels.map { Double($0) * step } }

  /// A grid of means where there are more than `most` rows or columns: each of like many neighbours.
  /// O(cells).
  static func mean(rows: Int, columns: Int, values: [Double], most: Int) -> PackedGrid {
    let (high, wide) = (min(rows, most), min(columns, most))
    guard high < rows || wide < columns else {
      return PackedGrid(rows: rows, columns: columns, values: values)
    }
    var sums = [Double](repeating: 0, count: high * wide)
    var counts = [Double](repeating: 0, count: high * wide)
    for (index, value) in values.enumerated() {
      let cell = index / columns * high / rows * wide + index % columns * wide / columns
      sums[cell] += value
      counts[cell] += 1
    }
    return PackedGrid(rows: high, columns: wide, values: zip(sums, counts).map { $0 / $1 })
  }
}
