import CKernels
import Sparse

extension KernelCheck {
  /// The S-shaped rectifier, whose four parameters are trained.
  static var srelu: [KernelCheck] { [sreluForward, sreluBackward] }

  /// Which piece of the line a sum is on, by the thresholds as float32 has them.
  private struct Pieces {
    let left: Bounded
    let right: Bounded
    let leftSlope: Bounded
    let rightSlope: Bounded
    let sign: Float

    init(_ of: KernelCase, _ row: Int) {
      let (tLeft, tRight) = (of.parameters[0].base[row], of.parameters[2].base[row])
      left = Bounded(tLeft)
      right = Bounded(tLeft + abs(tRight))
      leftSlope = Bounded(of.parameters[1].base[row])
      rightSlope = Bounded(of.parameters[3].base[row])
      sign = tRight > 0 ? 1 : tRight < 0 ? -1 : 0
    }

    func isBelow(_ z: Bounded) -> Bool { z.value < left.value }
    func isAbove(_ z: Bounded) -> Bool { z.value > right.value && !isBelow(z) }

    func value(_ z: Bounded) -> Bounded {
      if isBelow(z) { return left + leftSlope * (z - left) }
      return isAbove(z) ? right + rightSlope * (z - right) : z
    }
  }

  private static var sreluForward: KernelCheck {
    KernelCheck(
      "srelu_forward", extent: \.rows,
      expected: { of in
        let rows = (0..<of.rows).map { row in
          of.sums.bounded(row).map(Pieces(of, row).value)
        }
        return ExpectedOutput(rows: [rows], beyond: of.blank(1).beyond)
      },
      run: { kernels, of, part in
        let a = of.blank(of.rows)
        kernels.pointee.srelu_forward(
          part.lowerBound, part.upperBound, of.sums.row(0), of.sums.stride, a.row(0), a.stride,
          of.vectors, of.parameters[0].base, of.parameters[1].base, of.parameters[2].base,
          of.parameters[3].base)
        return KernelOutput(rows: [a])
      })
  }

  private static var sreluBackward: KernelCheck {
    KernelCheck(
      "srelu_backward", extent: \.rows,
      expected: { of in
        var expected = ExpectedOutput()
        let gradient = of.activationGradient
        for row in 0..<of.rows {
          let (dz, sums) = sreluGradients(of, gradient, row)
          expected.add(dz)
          expected.addUntouched(gradient.beyond)
          expected.add(sums)
        }
        expected.addUntouched(10 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let d = of.activationGradient
        let sums = (0..<5).map { _ in Guarded(count: of.rows) }
        kernels.pointee.srelu_backward(
          part.lowerBound, part.upperBound, of.sums.row(0), of.sums.stride, d.row(0), d.stride,
          of.vectors, of.parameters[0].base, of.parameters[1].base, of.parameters[2].base,
          of.parameters[3].base, sums[0].base, sums[1].base, sums[2].base, sums[3].base,
          sums[4].base)
        var output = KernelOutput()
        for row in 0..<of.rows {
          output.add(d, row: row)
          for sum in sums { output.add(sum.base[row]) }
          output.endUnit()
        }
        for sum in sums { output.addMargins(sum) }
        return output
      })
  }

  /// dz, and the sums for the bias, t_left, a_left, t_right, a_right.
  private static func sreluGradients(
    _ of: KernelCase, _ gradient: Panel, _ row: Int
  ) -> (dz: [Bounded], sums: [Bounded]) {
    let pieces = Pieces(of, row)
    var (dz, below, above, belowSlope, aboveSlope) =
      ([Bounded](), [Bounded](), [Bounded](), [Bounded](), [Bounded]())
    for (d, z) in zip(gradient.bounded(row), of.sums.bounded(row)) {
      if pieces.isBelow(z) {
        below.append(d)
        belowSlope.append(d * (z - pieces.left))
        dz.append(d * pieces.leftSlope)
      } else if pieces.isAbove(z) {
        above.append(d)
        aboveSlope.append(d * (z - pieces.right))
        dz.append(d * pieces.rightSlope)
      } else {
        dz.append(d)
      }
    }
    let byLeft = (Bounded(1) - pieces.leftSlope) * Bounded.total(below)
    let byRight = (Bounded(1) - pieces.rightSlope) * Bounded.total(above)
    let sums = [
      Bounded.total(dz), byLeft + byRight, Bounded.total(belowSlope),
      Bounded(pieces.sign) * byRight, Bounded.total(aboveSlope),
    ]
    return (dz, sums)
  }
}
