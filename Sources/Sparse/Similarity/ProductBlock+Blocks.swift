extension ProductBlock {
  /// The most cells of a block unless said otherwise: 64 MiB.
  public static let cells = 1 << 24

  /// A layer cut into blocks of at most `cells` cells each, in order, to be computed one after the
  /// other: a single one where the layer has no more cells than that. Smaller blocks take less
  /// memory, but the samples have to pass once for each.
  /// - Precondition: neither size is negative; `cells` ≥ 8192.
  public static func blocks(
    rows: Int, columns: Int, cells: Int = cells
  ) -> [(rows: Range<Int>, columns: Range<Int>)] {
    precondition(rows >= 0 && columns >= 0 && cells >= 8192)
    guard rows > 0, columns > 0 else { return [] }
    // At least 128 rows, so that each number of the outputs is used often when it is read.
    let wide = min(columns, cells / 128 / 64 * 64)
    let high = min(rows, cells / wide)
    return stride(from: 0, to: rows, by: high).flatMap { row in
      stride(from: 0, to: columns, by: wide).map { column in
        (row..<min(row + high, rows), column..<min(column + wide, columns))
      }
    }
  }
}
