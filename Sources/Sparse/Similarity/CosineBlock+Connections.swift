extension CosineBlock {
  /// The similarity of each connection's neurons, 0 … 1, by position, out of blocks that have come to
  /// all samples: to the bit what `ConnectionSimilarities` adds up. O(rows · blocks + nonzeros).
  /// - Precondition: together the blocks hold every cell of the matrix once.
  public static func similarities(
    ofConnectionsIn matrix: SparseMatrix, among blocks: [CosineBlock]
  ) -> [Float] {
    [Float](unsafeUninitializedCapacity: matrix.nonzeros) { values, filled in
      for block in blocks { filled += block.fill(values, with: matrix) }
      precondition(filled == matrix.nonzeros)
    }
  }

  /// Writes the similarities of the connections within the block; returns how many there are.
  private func fill(_ values: UnsafeMutableBufferPointer<Float>, with matrix: SparseMatrix) -> Int {
    let scales = scales
    return matrix.withMaster { master in
      var count = 0
      for row in rows {
        let products = products.row(row - rows.lowerBound)
        for position in master.offsets[row]..<master.offsets[row + 1] {
          let column = Int(master.columns[position])
          guard columns.contains(column) else { continue }
          let place = column - columns.lowerBound
          values.initializeElement(
            at: position,
            to: similarity(
              product: products[place], scales.rows[row - rows.lowerBound], scales.columns[place]))
          count += 1
        }
      }
      return count
    }
  }
}
