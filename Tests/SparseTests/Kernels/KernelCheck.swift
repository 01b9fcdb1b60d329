import CKernels
import Sparse

typealias Kernels = UnsafePointer<kernel_table>

/// One kernel tried on a case: all that it writes, and how far two sets may differ.
struct KernelCheck {
  let name: String
  /// How many products go into one number of the result; 0 where the result is exact.
  let length: (KernelCase) -> Int
  /// Everything that the kernel writes.
  let run: (Kernels, KernelCase) -> [Float]

  init(
    _ name: String, length: @escaping (KernelCase) -> Int,
    _ run: @escaping (Kernels, KernelCase) -> [Float]
  ) {
    self.name = name
    self.length = length
    self.run = run
  }

  /// A check for every kernel of the table.
  static var all: [KernelCheck] {
    products + narrow + rows + activations + drops + samples + similarities + [randomWords]
  }

  private static var products: [KernelCheck] {
    [
      KernelCheck("sparse_forward", length: { $0.rows + 1 }) { kernels, of in
        [of.bias, nil].flatMap { bias in
          let output = Panel(features: of.columns, capacity: of.batch)
          let index = of.matrix.outputIndex
          kernels.pointee.sparse_forward(
            0, of.columns, index.offsets, index.rows, index.positions, of.matrix.values, bias,
            of.input.row(0), of.input.stride, output.row(0), output.stride, of.vectors)
          return output.paddedNumbers
        }
      },
      KernelCheck("sparse_scatter", length: { $0.rows + 1 }) { kernels, of in
        [of.bias, nil].flatMap { bias in
          let output = Panel(features: of.columns, capacity: of.batch)
          // In two parts, as two threads would.
          for part in [0..<of.columns / 3, of.columns / 3..<of.columns] {
            kernels.pointee.sparse_scatter(
              part.lowerBound, part.upperBound, of.rows, of.matrix.rowOffsets,
              of.matrix.columnIndices, of.matrix.values, bias, of.input.row(0), of.input.stride,
              output.row(0), output.stride, of.vectors)
          }
          return output.paddedNumbers
        }
      },
      KernelCheck("dense_forward", length: { $0.rows + 1 }) { kernels, of in
        [of.bias, nil].flatMap { bias in
          let output = Panel(features: of.columns, capacity: of.batch)
          kernels.pointee.dense_forward(
            of.columns / 3, of.columns, of.rows, of.columns, of.weights, bias, of.input.row(0),
            of.input.stride, output.row(0), output.stride, of.vectors)
          return output.paddedNumbers
        }
      },
      KernelCheck("dense_input_gradient", length: { $0.columns + 1 }) { kernels, of in
        let dx = Panel(features: of.rows, capacity: of.batch)
        kernels.pointee.dense_input_gradient(
          of.rows / 3, of.rows, of.columns, of.weights, of.gradient.row(0), of.gradient.stride,
          dx.row(0), dx.stride, of.vectors)
        return dx.paddedNumbers
      },
      KernelCheck("sparse_backward", length: { max($0.columns, $0.batch) }) { kernels, of in
        var (values, velocity) = (of.matrix.values, of.matrix.velocity)
        let dx = Panel(features: of.rows, capacity: of.batch)
        kernels.pointee.sparse_backward(
          0, of.rows, of.matrix.rowOffsets, of.matrix.columnIndices, &values, &velocity,
          of.input.row(0), of.input.stride, of.gradient.row(0), of.gradient.stride, dx.row(0),
          dx.stride, of.vectors, of.step)
        return dx.paddedNumbers + values + velocity
      },
      KernelCheck("sparse_update", length: { $0.batch }) { kernels, of in
        var (values, velocity) = (of.matrix.values, of.matrix.velocity)
        kernels.pointee.sparse_update(
          0, of.rows, of.matrix.rowOffsets, of.matrix.columnIndices, &values, &velocity,
          of.input.row(0), of.input.stride, of.gradient.row(0), of.gradient.stride, of.vectors,
          of.step)
        return values + velocity
      },
      KernelCheck("sparse_gradient", length: { max($0.columns, $0.batch) }) { kernels, of in
        let dx = Panel(features: of.rows, capacity: of.batch)
        var sums = [Float](repeating: 0, count: of.matrix.nonzeros)
        // The second call adds to what the first has stored.
        for (gradient, add) in [(dx.row(0), 0), (nil, 1)] as [(UnsafeMutablePointer<Float>?, Int32)]
        {
          kernels.pointee.sparse_gradient(
            0, of.rows, of.matrix.rowOffsets, of.matrix.columnIndices, of.matrix.values,
            of.input.row(0), of.input.stride, of.gradient.row(0), of.gradient.stride, gradient,
            dx.stride, of.vectors, &sums, add)
        }
        return dx.paddedNumbers + sums
      },
      KernelCheck("momentum_update", length: { _ in 2 }) { kernels, of in
        var (values, velocity) = (of.parameters[0], of.parameters[1])
        kernels.pointee.momentum_update(of.rows, &values, &velocity, of.parameters[2], of.step)
        return values + velocity
      },
    ]
  }

  /// Batches of up to eight, as rows of 2, 4 or 8 numbers; nothing for wider ones.
  private static var narrow: [KernelCheck] {
    [
      KernelCheck("narrow_forward", length: { $0.rows + 1 }) { kernels, of in
        guard let width = of.narrowWidth else { return [] }
        return [0, of.columns / 3, of.columns / 2, of.columns].flatMap { cut in
          var sums = [Float](repeating: 0.5, count: of.columns * width)
          for part in [0..<cut, cut..<of.columns] {
            kernels.pointee.narrow_forward(
              part.lowerBound, part.upperBound, of.columns, of.rows, of.matrix.rowOffsets,
              of.matrix.columnIndices, of.matrix.values, of.input.row(0), of.input.stride, &sums,
              width)
          }
          return sums
        }
      },
      KernelCheck("narrow_backward", length: { max($0.columns, $0.batch) }) { kernels, of in
        guard let width = of.narrowWidth else { return [] }
        let outputGradient = of.gradient.narrowed(to: width)
        return [true, false].flatMap { withGradient in
          var (values, velocity) = (of.matrix.values, of.matrix.velocity)
          let dx = Panel(features: of.rows, capacity: of.batch)
          kernels.pointee.narrow_backward(
            0, of.rows, of.matrix.rowOffsets, of.matrix.columnIndices, &values, &velocity,
            of.input.row(0), of.input.stride, outputGradient, withGradient ? dx.row(0) : nil,
            dx.stride, width, of.step)
          return dx.paddedNumbers + values + velocity
        }
      },
    ]
  }

  private static var randomWords: KernelCheck {
    KernelCheck("random_words", length: { _ in 0 }) { kernels, of in
      // The low word of the blocks' numbers runs over on the way.
      var words = [UInt32](repeating: 0, count: 4 * of.batch)
      kernels.pointee.random_words(
        1 << 32 - UInt64(of.batch / 2), of.batch, [17, 18], [3, 4 << 16 | 5], &words)
      return words.flatMap { [Float($0 >> 16), Float($0 & 0xFFFF)] }
    }
  }

  private static var rows: [KernelCheck] {
    [
      KernelCheck("row_sums", length: { $0.batch }) { kernels, of in
        var sums = [Float](repeating: -1, count: of.rows)
        kernels.pointee.row_sums(0, of.rows, of.input.row(0), of.input.stride, of.vectors, &sums)
        return sums
      },
      KernelCheck("add_bias", length: { _ in 0 }) { kernels, of in
        let panel = of.input.copy()
        kernels.pointee.add_bias(
          0, of.rows, of.parameters[0], panel.row(0), panel.stride, of.vectors)
        return panel.paddedNumbers
      },
    ]
  }

  private static var drops: [KernelCheck] {
    let place = kernel_dropout(key: (17, 18), batch: 3, epoch: 4, word: 5 << 16 | 1)
    func mask(_ kernels: Kernels, _ of: KernelCase, first: Int = 0) -> [UInt16] {
      var mask = [UInt16](repeating: 0, count: of.rows * of.vectors)
      kernels.pointee.dropout_draw(
        first, of.rows, &mask, of.vectors, of.vectors, place, 40_000)
      return mask
    }
    return [
      KernelCheck("dropout_draw", length: { _ in 0 }) { kernels, of in
        (mask(kernels, of) + mask(kernels, of, first: of.rows / 2)).map { Float($0) }
      },
      KernelCheck("dropout_apply", length: { _ in 0 }) { kernels, of in
        let panel = of.input.copy()
        kernels.pointee.dropout_apply(
          0, of.rows, mask(kernels, of), of.vectors, panel.row(0), panel.stride, of.vectors, 1.5)
        return panel.paddedNumbers
      },
    ]
  }

  private static var samples: [KernelCheck] {
    [
      KernelCheck("softmax_loss", length: { $0.columns + 8 }) { kernels, of in
        let gradient = Panel(features: of.columns, capacity: of.batch)
        var losses = [Double](repeating: 0, count: of.vectors)
        var counts = [Int32](repeating: 0, count: of.vectors)
        var predictions = [Int32](repeating: -1, count: of.batch)
        let labels = (0..<of.batch).map { Int32($0 * 7 % of.columns) }
        kernels.pointee.softmax_loss(
          0, of.vectors, of.columns, of.batch, of.gradient.row(0), of.gradient.stride, labels,
          gradient.row(0), gradient.stride, &losses, &counts, &predictions)
        return gradient.paddedNumbers + losses.map { Float($0 / 16) } + counts.map { Float($0) }
          + predictions.map { Float($0) }
      },
      KernelCheck("gather", length: { _ in 0 }) { kernels, of in
        let samples = of.gradient.paddedNumbers
        let width = of.rows
        guard samples.count >= width else { return [] }
        let count = samples.count / width
        let panel = Panel(features: width, capacity: of.batch)
        kernels.pointee.gather(
          0, width, samples, width, (0..<of.batch).map { $0 * 5 % count }, of.batch,
          panel.row(0), panel.stride)
        return panel.paddedNumbers
      },
      KernelCheck("gather_bytes", length: { _ in 0 }) { kernels, of in
        let width = of.rows
        let samples = (0..<width * 23).map { UInt8(truncatingIfNeeded: $0 &* 0x9E37_79B9 >> 11) }
        let panel = Panel(features: width, capacity: of.batch)
        // From a third on, as a second thread would.
        kernels.pointee.gather_bytes(
          width / 3, width, samples, width, of.parameters[0].map { 300 * Double($0) },
          of.parameters[1].map { 0.01 / Double($0) }, (0..<of.batch).map { $0 * 5 % 23 }, of.batch,
          panel.row(0), panel.stride)
        return panel.paddedNumbers
      },
    ]
  }
}
