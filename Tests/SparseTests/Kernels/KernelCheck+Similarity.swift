import CKernels
import Sparse

extension KernelCheck {
  /// Products over samples of all pairs of rows, added to what is there.
  static var similarities: [KernelCheck] { [dotProducts, rowSquares] }

  /// Panels whose padding holds no numbers: products over samples must not look at it.
  private static func panels(_ of: KernelCase) -> (x: Panel, y: Panel) {
    let panels = (of.input.copyWhole(), of.gradient.copyWhole())
    for panel in [panels.0, panels.1] {
      for row in 0..<panel.features {
        (panel.row(row) + of.batch).update(repeating: .nan, count: panel.padded - of.batch)
      }
    }
    return panels
  }

  /// x · y over the batch, and what is there already.
  private static func product(
    _ of: KernelCase, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, on start: Float
  ) -> Bounded {
    var (sum, magnitudes, s) = (Double(start), Double(start).magnitude, 0)
    while s < of.batch {
      let term = Double(x[s]) * Double(y[s])
      sum += term
      magnitudes += term.magnitude
      s &+= 1
    }
    return .sum(
      sum, magnitudes: magnitudes, count: of.batch + 1,
      largest: of.content == .extreme ? 0x1p+51 : 1)
  }

  /// A range that begins elsewhere is one of other pointers.
  private static var dotProducts: KernelCheck {
    KernelCheck(
      "dot_products", extent: \.rows,
      expected: { of in
        var expected = ExpectedOutput()
        for i in 0..<of.rows {
          for j in 0..<of.columns {
            let start = of.weights.base[i * of.columns + j]
            expected.add(product(of, of.input.row(i), of.gradient.row(j), on: start))
          }
          expected.addUntouched(3)
        }
        expected.addUntouched(2 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let (x, y) = panels(of)
        let stride = of.columns + 3
        let products = Guarded(count: of.rows * stride)
        for i in 0..<of.rows {
          (products.base + i * stride).update(
            from: of.weights.base + i * of.columns, count: of.columns)
        }
        kernels.pointee.dot_products(
          part.count, of.columns, x.row(0) + part.lowerBound * x.stride, x.stride, y.row(0),
          y.stride, of.batch, products.base + part.lowerBound * stride, stride)
        withExtendedLifetime((x, y)) {}
        var output = KernelOutput()
        for i in 0..<of.rows {
          output.add(products.base + i * stride, count: stride)
          output.endUnit()
        }
        output.addMargins(products)
        return output
      })
  }

  private static var rowSquares: KernelCheck {
    KernelCheck(
      "row_squares", extent: \.rows,
      expected: { of in
        var expected = ExpectedOutput()
        for row in 0..<of.rows {
          let start = of.parameters[0].base[row]
          expected.add(product(of, of.input.row(row), of.input.row(row), on: start))
        }
        expected.addUntouched(2 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let (x, _) = panels(of)
        let squares = Guarded(of.parameters[0].numbers)
        kernels.pointee.row_squares(
          part.lowerBound, part.upperBound, x.row(0), x.stride, of.batch, squares.base)
        withExtendedLifetime(x) {}
        return KernelOutput(elements: squares)
      })
  }

  /// The same products for the connections alone.
  static var sparseSimilarities: KernelCheck {
    KernelCheck(
      "sparse_products", extent: \.rows,
      expected: { of in
        var expected = ExpectedOutput()
        for i in 0..<of.rows {
          for k in of.matrix.rowOffsets[i]..<of.matrix.rowOffsets[i + 1] {
            let y = of.gradient.row(Int(of.matrix.columnIndices[k]))
            expected.add(product(of, of.input.row(i), y, on: of.values.base[k]))
          }
        }
        expected.addUntouched(2 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let (x, y) = panels(of)
        let products = Guarded(of.values.numbers)
        kernels.pointee.sparse_products(
          part.lowerBound, part.upperBound, of.matrix.rowOffsets, of.matrix.columnIndices,
          of.columns,
          x.row(0), x.stride, y.row(0), y.stride, of.batch, products.base)
        withExtendedLifetime((x, y)) {}
        var output = KernelOutput()
        for i in 0..<of.rows {
          let (from, upper) = (of.matrix.rowOffsets[i], of.matrix.rowOffsets[i + 1])
          output.add(products.base + from, count: upper - from)
          output.endUnit()
        }
        output.addMargins(products)
        return output
      })
  }
}
