import CKernels
import Sparse

extension KernelCheck {
  /// Batches of up to eight, as rows of 2, 4 or 8 numbers; nothing for wider ones.
  static var narrowProducts: [KernelCheck] { [narrowForward, narrowBackward] }

  private static var narrowForward: KernelCheck {
    KernelCheck(
      "narrow_forward", extent: { $0.narrowWidth == nil ? 0 : $0.columns },
      expected: { of in
        var expected = ExpectedOutput()
        guard let width = of.narrowWidth else { return expected }
        for sums in of.sparseOutputs[0] { expected.add(Array(sums.prefix(width))) }
        expected.addUntouched(2 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        var output = KernelOutput()
        guard let width = of.narrowWidth else { return output }
        // The sums hold the biases.
        let sums = Guarded((0..<of.columns * width).map { of.bias.base[$0 / width] })
        kernels.pointee.narrow_forward(
          part.lowerBound, part.upperBound, of.columns, of.rows, of.matrix.rowOffsets,
          of.matrix.columnIndices, of.values.base, of.input.row(0), of.input.stride, sums.base,
          width)
        for column in 0..<of.columns {
          output.add(sums.base + column * width, count: width)
          output.endUnit()
        }
        output.addMargins(sums)
        return output
      })
  }

  /// With input gradients, then without.
  private static var narrowBackward: KernelCheck {
    KernelCheck(
      "narrow_backward", extent: { $0.narrowWidth == nil ? 0 : $0.rows },
      expected: { of in
        var expected = ExpectedOutput()
        guard of.narrowWidth != nil else { return expected }
        for (gradient, steps) in zip(ProductReference(of).inputGradients(), of.sparseSteps) {
          expected.add(gradient)
          expected.addUntouched(of.blank(1).beyond)
          expected.add(steps)
          expected.add(steps)
        }
        expected.addUntouched(10 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        var output = KernelOutput()
        guard let width = of.narrowWidth else { return output }
        let gradient = Guarded(of.gradient.narrowed(to: width))
        let dx = of.blank(of.rows)
        let arrays = (0..<4).map { Guarded($0 % 2 == 0 ? of.values.numbers : of.velocity) }
        for (first, dx) in [(0, dx.row(0)), (2, nil)] as [(Int, UnsafeMutablePointer<Float>?)] {
          kernels.pointee.narrow_backward(
            part.lowerBound, part.upperBound, of.matrix.rowOffsets, of.matrix.columnIndices,
            arrays[first].base, arrays[first + 1].base, of.input.row(0), of.input.stride,
            gradient.base, dx, of.blank(1).stride, width, of.step)
        }
        for row in 0..<of.rows {
          let (from, upper) = (of.matrix.rowOffsets[row], of.matrix.rowOffsets[row + 1])
          output.add(dx, row: row)
          for array in arrays { output.add(array.base + from, count: upper - from) }
          output.endUnit()
        }
        output.addMargins(arrays[0], arrays[1], arrays[2], arrays[3], gradient)
        return output
      })
  }
}
