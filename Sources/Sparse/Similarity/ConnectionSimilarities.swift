internal import CKernels

/// The cosine similarities of a layer's connections alone, C as `CosineBlock` has it, to the bit.
///
/// Samples come in parts as they do there. 2 · nonzeros · samples operations, divided among the
/// threads; 4 bytes a connection and a neuron.
///
/// Scratch storage as `Panel` is: used by one caller at a time.
public final class ConnectionSimilarities: @unchecked Sendable {
  private let matrix: SparseMatrix
  private let products: Vector
  private let rowSquares: SquareSums
  private let columnSquares: SquareSums
  private let addsSquares: Bool
  private var samples = 0

  /// The connections of a matrix before any sample.
  public init(of matrix: SparseMatrix) {
    self.matrix = matrix
    products = Vector(count: matrix.nonzeros)
    rowSquares = SquareSums(of: 0..<matrix.rows)
    columnSquares = SquareSums(of: 0..<matrix.columns)
    addsSquares = true
  }

  /// The same where the norms over all samples are known already.
  /// - Precondition: they are those of the matrix's rows and of its columns.
  public init(of matrix: SparseMatrix, rows: SquareSums, columns: SquareSums) {
    precondition(rows.neurons == 0..<matrix.rows && columns.neurons == 0..<matrix.columns)
    self.matrix = matrix
    products = Vector(count: matrix.nonzeros)
    rowSquares = rows
    columnSquares = columns
    addsSquares = false
  }

  /// Adds samples: their activations in the layer's input and output neurons.
  /// - Precondition: the panels have the matrix's rows and columns as features and as many samples;
  ///   a multiple of `CosineBlock.stretch` samples have come before.
  public func add(inputs: Panel, outputs: Panel, on engine: Engine) {
    precondition(inputs.features == matrix.rows && outputs.features == matrix.columns)
    precondition(inputs.batch == outputs.batch && samples % CosineBlock.stretch == 0)
    if addsSquares {
      rowSquares.add(inputs, on: engine)
      columnSquares.add(outputs, on: engine)
    }
    engine.runBalanced(matrix.rowOffsets, extra: 1, vectors: inputs.vectors) { range in
      engine.kernels.pointee.sparse_products(
        range.lowerBound, range.upperBound, matrix.rowOffsets, matrix.columnIndices,
        matrix.columns, inputs.base, inputs.stride, outputs.base, outputs.stride, inputs.batch,
        products.base)
    }
    samples += inputs.batch
  }

  /// The similarity of each connection's neurons, 0 … 1, in the order of the matrix's positions.
  /// O(rows + columns + nonzeros).
  public func values() -> [Float] {
    let (rows, columns) = (rowSquares.scales, columnSquares.scales)
    return [Float](unsafeUninitializedCapacity: matrix.nonzeros) { values, filled in
      matrix.withMaster { master in
        for row in 0..<matrix.rows {
          for position in master.offsets[row]..<master.offsets[row + 1] {
            values[position] = similarity(
              product: products.base[position], rows[row], columns[Int(master.columns[position])])
          }
        }
      }
      filled = matrix.nonzeros
    }
  }
}
