import CKernels
import Sparse

extension KernelCheck {
  static var samples: [KernelCheck] { [gather] }

  /// As many samples as make every batch take some of them twice and others never.
  private static func indices(_ of: KernelCase) -> [Int] { (0..<of.batch).map { $0 * 5 % 53 } }

  private static func samples(_ of: KernelCase) -> Guarded {
    Guarded(of.content.numbers(53 * of.rows, at: 50))
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
