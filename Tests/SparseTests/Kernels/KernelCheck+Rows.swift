import CKernels
import Sparse

extension KernelCheck {
  static var rows: [KernelCheck] { [rowSums, addBias, momentumUpdate] }

  private static var rowSums: KernelCheck {
    KernelCheck(
      "row_sums", extent: \.rows,
      expected: { of in
        var expected = ExpectedOutput()
        for row in 0..<of.rows {
          let numbers = (0..<of.batch).map { Bounded(of.input[row, $0]) }
          expected.add(Bounded.total(numbers))
        }
        expected.addUntouched(2 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let sums = Guarded(count: of.rows)
        kernels.pointee.row_sums(
          part.lowerBound, part.upperBound, of.input.row(0), of.input.stride, of.vectors, sums.base)
        return KernelOutput(elements: sums)
      })
  }

  private static var addBias: KernelCheck {
    KernelCheck(
      "add_bias", extent: \.rows,
      expected: { of in
        let rows = (0..<of.rows).map { row in
          (0..<of.vectors * 16).map {
            Bounded(of.input.row(row)[$0]) + Bounded(of.parameters[0].base[row])
          }
        }
        return ExpectedOutput(rows: [rows], beyond: of.input.beyond)
      },
      run: { kernels, of, part in
        let panel = of.input.copyWhole()
        kernels.pointee.add_bias(
          part.lowerBound, part.upperBound, of.parameters[0].base, panel.row(0), panel.stride,
          of.vectors)
        return KernelOutput(rows: [panel])
      })
  }

  /// A range that begins elsewhere is one of other pointers.
  private static var momentumUpdate: KernelCheck {
    KernelCheck(
      "momentum_update", extent: \.batch,
      expected: { of in
        let (w, v, g) = momentumNumbers(of)
        var expected = ExpectedOutput()
        for n in 0..<of.batch {
          let step = ProductReference.step(w.base[n], v.base[n], Bounded(g.base[n]), of.step)
          expected.add([step.value, step.velocity])
        }
        expected.addUntouched(4 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let (w, v, g) = momentumNumbers(of)
        kernels.pointee.momentum_update(
          part.count, w.base + part.lowerBound, v.base + part.lowerBound,
          g.base + part.lowerBound, of.step)
        withExtendedLifetime(g) {}
        return KernelOutput(elements: w, v)
      })
  }

  private static func momentumNumbers(_ of: KernelCase) -> (Guarded, Guarded, Guarded) {
    func numbers(_ place: Int) -> Guarded { Guarded(of.content.numbers(of.batch, at: place)) }
    return (numbers(30), numbers(31), numbers(32))
  }
}
