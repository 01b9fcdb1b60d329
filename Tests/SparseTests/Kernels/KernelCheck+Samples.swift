import CKernels
import Sparse

extension KernelCheck {
  static var samples: [KernelCheck] { [gather, gatherBytes] }

  /// As many samples as make every batch take some of them twice and others never.
  private static func indices(_ of: KernelCase) -> [Int] { (0..<of.batch).map { $0 * 5 % 53 } }

  private static func samples(_ of: KernelCase) -> Guarded {
    Guarded(of.content.numbers(53 * of.rows, at: 50))
  }

  private static var gatherBytes: KernelCheck {
    func bytes(_ of: KernelCase) -> [UInt8] {
      (0..<53 * of.rows).map { UInt8(truncatingIfNeeded: $0 &* 0x9E37_79B9 >> 11) }
    }
    func scaling(_ of: KernelCase) -> (center: [Double], factor: [Double]) {
      let numbers = of.content.numbers(2 * of.rows, at: 51).map { Double($0) }
      return (numbers.prefix(of.rows).map { 300 * $0 }, numbers.suffix(of.rows).map { $0 / 7 })
    }
    return KernelCheck(
      "gather_bytes", extent: \.rows,
      expected: { of in
        let (bytes, indices, scaling) = (bytes(of), indices(of), scaling(of))
        let rows = (0..<of.rows).map { row in
          (0..<of.vectors * 16).map { sample in
            guard sample < of.batch else { return Bounded(0) }
            let byte = Double(bytes[indices[sample] * of.rows + row])
            return Bounded(Float((byte - scaling.center[row]) * scaling.factor[row]))
          }
        }
        return ExpectedOutput(rows: [rows], beyond: of.blank(1).beyond)
      },
      run: { kernels, of, part in
        let (panel, scaling) = (of.blank(of.rows), scaling(of))
        kernels.pointee.gather_bytes(
          part.lowerBound, part.upperBound, bytes(of), of.rows, scaling.center, scaling.factor,
          indices(of), of.batch, panel.row(0), panel.stride)
        return KernelOutput(rows: [panel])
      })
  }

  private static var gather: KernelCheck {
    KernelCheck(
      "gather", extent: \.rows,
      expected: { of in
        let (samples, indices) = (samples(of), indices(of))
        let rows = (0..<of.rows).map { row in
          (0..<of.vectors * 16).map { sample in
            sample < of.batch
              ? Bounded(samples.base[indices[sample] * of.rows + row]) : Bounded(0)
          }
        }
        return ExpectedOutput(rows: [rows], beyond: of.blank(1).beyond)
      },
      run: { kernels, of, part in
        let (panel, samples) = (of.blank(of.rows), samples(of))
        kernels.pointee.gather(
          part.lowerBound, part.upperBound, samples.base, of.rows, indices(of), of.batch,
          panel.row(0), panel.stride)
        withExtendedLifetime(samples) {}
        return KernelOutput(rows: [panel])
      })
  }
}
