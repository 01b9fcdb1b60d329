import CKernels
import Sparse

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension KernelCheck {
  /// The activations without parameters of their own, forward and backward.
  static var activations: [KernelCheck] {
    [
      forward("slope_forward", slope) { kernels, of, part, z, a in
        kernels.pointee.slope_forward(
          part.lowerBound, part.upperBound, z.row(0), z.stride, a.row(0), a.stride, of.vectors,
          0.25)
      },
      forward("tanh_forward", tangent) { kernels, of, part, z, a in
        kernels.pointee.tanh_forward(
          part.lowerBound, part.upperBound, z.row(0), z.stride, a.row(0), a.stride, of.vectors)
      },
      forward("sigmoid_forward", sigmoid) { kernels, of, part, z, a in
        kernels.pointee.sigmoid_forward(
          part.lowerBound, part.upperBound, z.row(0), z.stride, a.row(0), a.stride, of.vectors)
      },
      backward("slope_backward", { $0.value > 0 ? Bounded(1) : Bounded(0.25) }) {
        kernels, of, part, z, d, sums in
        kernels.pointee.slope_backward(
          part.lowerBound, part.upperBound, z.row(0), z.stride, d.row(0), d.stride, of.vectors,
          0.25, sums)
      },
      backward("tanh_backward", { Bounded(1) - tangent($0) * tangent($0) }) {
        kernels, of, part, z, d, sums in
        kernels.pointee.tanh_backward(
          part.lowerBound, part.upperBound, z.row(0), z.stride, d.row(0), d.stride, of.vectors,
          sums)
      },
      backward("sigmoid_backward", { sigmoid($0) * (Bounded(1) - sigmoid($0)) }) {
        kernels, of, part, z, d, sums in
        kernels.pointee.sigmoid_backward(
          part.lowerBound, part.upperBound, z.row(0), z.stride, d.row(0), d.stride, of.vectors,
          sums)
      },
    ] + srelu
  }

  private static func slope(_ z: Bounded) -> Bounded { z.value > 0 ? z : Bounded(0.25) * z }

  private static func sigmoid(_ z: Bounded) -> Bounded {
    Bounded(1) / (Bounded(1) + .exp(Bounded(-z.value, error: z.error)))
  }

  private static func tangent(_ z: Bounded) -> Bounded {
    let value = tanh(z.value)
    return Bounded(value, error: value == 0 ? 0 : 4 * Bounded.unit * abs(value) + Bounded.tiny)
  }

  /// On a panel of its own, and in place.
  private static func forward(
    _ name: String, _ function: @escaping (Bounded) -> Bounded,
    _ run: @escaping (Kernels, KernelCase, Range<Int>, Panel, Panel) -> Void
  ) -> KernelCheck {
    KernelCheck(
      name, extent: \.rows,
      expected: { of in
        var expected = ExpectedOutput()
        let beyond = [of.blank(1).beyond, of.sums.beyond]
        for row in 0..<of.rows {
          let numbers = of.sums.bounded(row).map(function)
          for beyond in beyond {
            expected.add(numbers)
            expected.addUntouched(beyond)
          }
        }
        return expected
      },
      run: { kernels, of, part in
        let (a, both) = (of.blank(of.rows), of.sums.copyWhole())
        run(kernels, of, part, of.sums, a)
        run(kernels, of, part, both, both)
        return KernelOutput(rows: [a, both])
      })
  }

  /// Gradients, and their sums for the bias.
  private static func backward(
    _ name: String, _ derivative: @escaping (Bounded) -> Bounded,
    _ run:
      @escaping (Kernels, KernelCase, Range<Int>, Panel, Panel, UnsafeMutablePointer<Float>) -> Void
  ) -> KernelCheck {
    KernelCheck(
      name, extent: \.rows,
      expected: { of in
        var expected = ExpectedOutput()
        let gradient = of.activationGradient
        for row in 0..<of.rows {
          let z = of.sums.bounded(row)
          let d = zip(gradient.bounded(row), z).map { $0 * derivative($1) }
          expected.add(d)
          expected.addUntouched(gradient.beyond)
          expected.add(Bounded.total(Array(d.prefix(of.batch))))
        }
        expected.addUntouched(2 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let (d, sums) = (of.activationGradient, Guarded(count: of.rows))
        run(kernels, of, part, of.sums, d, sums.base)
        var output = KernelOutput()
        for row in 0..<of.rows {
          output.add(d, row: row)
          output.add(sums.base[row])
          output.endUnit()
        }
        output.addMargins(sums)
        return output
      })
  }
}

extension KernelCase {
  /// Gradients with respect to the activations, rows × batch.
  var activationGradient: Panel { content.panel(rows, batch, capacity: batch + 7, at: 40) }
}

extension Panel {
  /// The numbers of a row, padding included.
  func bounded(_ row: Int) -> [Bounded] { (0..<padded).map { Bounded(self.row(row)[$0]) } }
}
