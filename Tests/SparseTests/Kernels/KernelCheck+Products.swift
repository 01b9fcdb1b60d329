import CKernels
import Sparse

extension KernelCheck {
  static var sparseProducts: [KernelCheck] {
    [
      forward("sparse_forward", dense: false) { kernels, of, part, bias, y in
        let index = of.matrix.outputIndex
        kernels.pointee.sparse_forward(
          part.lowerBound, part.upperBound, index.offsets, index.rows, index.positions,
          of.values.base, bias, of.input.row(0), of.input.stride, y.row(0), y.stride, of.vectors)
      },
      forward("sparse_scatter", dense: false) { kernels, of, part, bias, y in
        kernels.pointee.sparse_scatter(
          part.lowerBound, part.upperBound, of.rows, of.matrix.rowOffsets, of.matrix.columnIndices,
          of.values.base, bias, of.input.row(0), of.input.stride, y.row(0), y.stride, of.vectors)
      },
      backward("sparse_backward", withInputGradient: true) { kernels, of, part, w, v, dx in
        kernels.pointee.sparse_backward(
          part.lowerBound, part.upperBound, of.matrix.rowOffsets, of.matrix.columnIndices, w.base,
          v.base, of.input.row(0), of.input.stride, of.gradient.row(0), of.gradient.stride,
          dx.row(0), dx.stride, of.vectors, of.step)
      },
      backward("sparse_update", withInputGradient: false) { kernels, of, part, w, v, _ in
        kernels.pointee.sparse_update(
          part.lowerBound, part.upperBound, of.matrix.rowOffsets, of.matrix.columnIndices, w.base,
          v.base, of.input.row(0), of.input.stride, of.gradient.row(0), of.gradient.stride,
          of.vectors, of.step)
      },
      sparseGradient,
    ]
  }

  static var denseProducts: [KernelCheck] {
    [
      forward("dense_forward", dense: true) { kernels, of, part, bias, y in
        kernels.pointee.dense_forward(
          part.lowerBound, part.upperBound, of.rows, of.columns, of.weights.base, bias,
          of.input.row(0), of.input.stride, y.row(0), y.stride, of.vectors)
      },
      denseInputGradient,
    ]
  }

  private static var denseInputGradient: KernelCheck {
    KernelCheck(
      "dense_input_gradient", extent: \.rows,
      expected: { of in
        let dx = ProductReference(of, dense: true).inputGradients()
        return ExpectedOutput(rows: [dx], beyond: of.blank(1).beyond)
      },
      run: { kernels, of, part in
        let dx = of.blank(of.rows)
        kernels.pointee.dense_input_gradient(
          part.lowerBound, part.upperBound, of.columns, of.weights.base, of.gradient.row(0),
          of.gradient.stride, dx.row(0), dx.stride, of.vectors)
        return KernelOutput(rows: [dx])
      })
  }

  /// Twice: with input gradients, and without, adding to what is there.
  private static var sparseGradient: KernelCheck {
    KernelCheck(
      "sparse_gradient", extent: \.rows,
      expected: { of in
        let reference = ProductReference(of)
        var expected = ExpectedOutput()
        for (dx, g) in zip(reference.inputGradients(), reference.gradients()) {
          expected.add(dx)
          expected.addUntouched(of.blank(1).beyond)
          expected.add(g.map { $0 + $0 })
        }
        expected.addUntouched(2 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let (dx, sums) = (of.blank(of.rows), Guarded(count: of.matrix.nonzeros))
        for pass in [0, 1] as [Int32] {
          kernels.pointee.sparse_gradient(
            part.lowerBound, part.upperBound, of.matrix.rowOffsets, of.matrix.columnIndices,
            of.values.base, of.input.row(0), of.input.stride, of.gradient.row(0),
            of.gradient.stride, pass == 0 ? dx.row(0) : nil, dx.stride, of.vectors, sums.base, pass)
        }
        var output = KernelOutput()
        for row in 0..<of.rows {
          let (from, upper) = (of.matrix.rowOffsets[row], of.matrix.rowOffsets[row + 1])
          output.add(dx, row: row)
          output.add(sums.base + from, count: upper - from)
          output.endUnit()
        }
        output.addMargins(sums)
        return output
      })
  }

  /// Outputs with a bias and without.
  private static func forward(
    _ name: String, dense: Bool,
    _ run: @escaping (Kernels, KernelCase, Range<Int>, UnsafePointer<Float>?, Panel) -> Void
  ) -> KernelCheck {
    KernelCheck(
      name, extent: \.columns,
      expected: { of in
        let outputs = dense ? ProductReference(of, dense: true).outputs : of.sparseOutputs
        return ExpectedOutput(rows: outputs, beyond: of.blank(1).beyond)
      },
      run: { kernels, of, part in
        let outputs = [of.blank(of.columns), of.blank(of.columns)]
        run(kernels, of, part, of.bias.base, outputs[0])
        run(kernels, of, part, nil, outputs[1])
        return KernelOutput(rows: outputs)
      })
  }

  /// Input gradients where there are any, then weights and velocities.
  private static func backward(
    _ name: String, withInputGradient: Bool,
    _ run: @escaping (Kernels, KernelCase, Range<Int>, Guarded, Guarded, Panel) -> Void
  ) -> KernelCheck {
    KernelCheck(
      name, extent: \.rows,
      expected: { of in
        let beyond = of.blank(1).beyond
        let gradients = withInputGradient ? ProductReference(of).inputGradients() : []
        var expected = ExpectedOutput()
        for (row, steps) in of.sparseSteps.enumerated() {
          if withInputGradient {
            expected.add(gradients[row])
            expected.addUntouched(beyond)
          } else {
            expected.addUntouched(of.vectors * 16 + beyond)
          }
          expected.add(steps)
        }
        expected.addUntouched(4 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let (values, velocity) = (Guarded(of.values.numbers), Guarded(of.velocity))
        let dx = of.blank(of.rows)
        run(kernels, of, part, values, velocity, dx)
        var output = KernelOutput()
        for row in 0..<of.rows {
          let (from, upper) = (of.matrix.rowOffsets[row], of.matrix.rowOffsets[row + 1])
          output.add(dx, row: row)
          output.add(values.base + from, count: upper - from)
          output.add(velocity.base + from, count: upper - from)
          output.endUnit()
        }
        output.addMargins(values, velocity)
        return output
      })
  }
}
