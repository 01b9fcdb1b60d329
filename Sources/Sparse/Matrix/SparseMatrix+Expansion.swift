internal import CKernels

/// From some density on, a layer's weights are cheaper to compute with as a whole matrix. Then a block
/// of neurons at a time is expanded, zeros and all, into a buffer for the dense kernels; storage and
/// topology stay sparse, and so do the results: adding zero times a finite number changes no bit.
extension SparseMatrix {
  /// The density from which layers are computed by expanded blocks. Forward alone, dense kernels
  /// win from about 45 % on, and backward from about 75 % (`sparsesh bench --only kernels`); this is
  /// where both together do.
  public static let expansionDensity = 0.7

  /// Whether a layer of that size is computed by expanded blocks, in batches of more than 16
  /// samples. Not where it is so wide that a block would take more than 12 MB.
  public static func isExpanded(rows: Int, columns: Int, density: Double) -> Bool {
    density >= expansionDensity && max(rows, columns) <= 1 << 16
  }

  /// Whether a batch of that many vectors is: in a narrow one, expanding would cost as much as it
  /// saves.
  func expands(vectors: Int) -> Bool {
    vectors > 1 && Self.isExpanded(rows: rows, columns: columns, density: density)
  }

  /// `forward` for a range of output neurons and a stretch of the batch.
  func expandedForward(
    _ range: Range<Int>, _ index: OutputIndex, _ input: Panel, _ bias: [Float]?, _ output: Panel,
    _ stretch: Range<Int>, on engine: Engine, then epilogue: (Range<Int>) -> Void
  ) {
    let buffer = UnsafeMutablePointer<Float>.allocate(capacity: rows * BatchTile.neurons)
    defer { buffer.deallocate() }
    let from = stretch.lowerBound * 16
    BatchTile.forEachBlock(of: range) { block in
      let lower = block.lowerBound
      expand(block, of: index, into: buffer)
      func run(_ bias: UnsafePointer<Float>?) {
        engine.kernels.pointee.dense_forward(
          0, block.count, rows, block.count, buffer, bias.map { $0 + lower }, input.base + from,
          input.stride, output.base + lower * output.stride + from, output.stride, stretch.count)
      }
      if let bias { bias.withUnsafeBufferPointer { run($0.baseAddress) } } else { run(nil) }
      epilogue(block)
    }
  }

  /// The columns of a block as a matrix of their own.
  private func expand(
    _ block: Range<Int>, of index: OutputIndex, into buffer: UnsafeMutablePointer<Float>
  ) {
    let width = block.count
    buffer.initialize(repeating: 0, count: rows * width)
    index.rows.withUnsafeBufferPointer { rows in
      index.positions.withUnsafeBufferPointer { positions in
        weights.withUnsafeBufferPointer { weights in
          for column in block {
            for k in index.offsets[column]..<index.offsets[column + 1] {
              buffer[Int(rows[k]) &* width &+ column &- block.lowerBound] =
                weights[Int(positions[k])]
            }
          }
        }
      }
    }
  }
}

extension BackwardPass {
  /// A range of input neurons whose weights are expanded.
  func runExpanded(
    _ range: Range<Int>, columns: Int, offsets: [Int], columnIndices: [Int32], _ weights: Weights,
    on engine: Engine, then epilogue: (Range<Int>) -> Void
  ) {
    guard let values = weights.values, let velocity = weights.velocity else { return }
    let buffer = UnsafeMutablePointer<Float>.allocate(capacity: BatchTile.neurons * columns)
    defer { buffer.deallocate() }
    BatchTile.forEachBlock(of: range) { block in
      let lower = block.lowerBound
      let count = block.count * columns
      let begin = offsets[lower]
      let connections = offsets[block.upperBound] - begin
      /// Each connection's position from the first of the block, and its cell in the buffer.
      func forEachConnection(_ body: (_ connection: Int, _ cell: Int) -> Void) {
        columnIndices.withUnsafeBufferPointer { columnIndices in
          for row in block {
            let base = (row - lower) * columns
            for k in offsets[row]..<offsets[row + 1] {
              body(k &- begin, base &+ Int(columnIndices[k]))
            }
          }
        }
      }
      if let inputGradient {
        buffer.initialize(repeating: 0, count: count)
        forEachConnection { connection, cell in buffer[cell] = values[begin &+ connection] }
        engine.kernels.pointee.dense_input_gradient(
          0, block.count, columns, buffer, outputGradient.base, outputGradient.stride,
          inputGradient.base + lower * inputGradient.stride, inputGradient.stride, input.vectors)
      }
      buffer.initialize(repeating: 0, count: count)
      products(of: block, columns: columns, into: buffer, on: engine)
      // Cells ascend with connections, so that the gradients can move up where they are.
      forEachConnection { connection, cell in buffer[connection] = buffer[cell] }
      engine.kernels.pointee.momentum_update(
        connections, values + begin, velocity + begin, buffer, step.kernel)
      epilogue(block)
    }
  }
}
