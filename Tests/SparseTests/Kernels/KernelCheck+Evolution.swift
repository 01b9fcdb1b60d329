import CKernels
import Sparse

extension KernelCheck {
  /// What removal and growth look through. The result is a list, not a number for each place: the
  /// range is all of them or none.
  static var evolution: [KernelCheck] { [openNumbers, emptyColumns] }

  private static let stale: UInt32 = 0xFFFF_FFFE
  /// Sign and exponent stand from bit 23 on.
  private static let above: UInt32 = 23

  private static func weights(_ of: KernelCase) -> Guarded {
    Guarded(of.content.numbers(3 * of.batch + of.rows, at: 70))
  }

  /// The digits looked for: those of the first number and, of another sign, those of the second.
  private static func digits(_ weights: [Float], used: UInt32) -> (UInt32, UInt32) {
    (
      (weights[0].bitPattern & used) >> above,
      ((weights[1].bitPattern ^ 1 << 31) & used) >> above
    )
  }

  private static var openNumbers: KernelCheck {
    KernelCheck(
      "open_numbers", extent: { _ in 1 },
      expected: { of in
        let weights = weights(of).numbers
        var expected = ExpectedOutput()
        for used: UInt32 in [.max, 0x7FFF_FFFF] {
          let (first, second) = digits(weights, used: used)
          let open = weights.map { $0.bitPattern & used }.filter {
            $0 >> above == first || $0 >> above == second
          }
          expected.add(Bounded(Float(open.count)))
          for place in weights.indices {
            let bits = place < open.count ? open[place] : stale
            expected.add([Bounded(Float(bits >> 16)), Bounded(Float(bits & 0xFFFF))])
          }
        }
        return expected
      },
      run: { kernels, of, part in
        let weights = weights(of)
        var output = KernelOutput()
        for used: UInt32 in [.max, 0x7FFF_FFFF] {
          let (first, second) = digits(weights.numbers, used: used)
          var open = [UInt32](repeating: stale, count: weights.count)
          let found = kernels.pointee.open_numbers(
            part.isEmpty ? 0 : weights.count, weights.base, used, above, first, second, &open)
          output.add(Float(found))
          for bits in open {
            output.add(Float(bits >> 16))
            output.add(Float(bits & 0xFFFF))
          }
        }
        withExtendedLifetime(weights) {}
        output.endUnit()
        return output
      })
  }

  /// A row's connected columns, ascending: some beside each other, some far apart.
  private static func columns(_ of: KernelCase) -> [Int] {
    var columns: [Int] = []
    var next = of.batch % 3
    for place in 0..<of.batch {
      columns.append(next)
      next += 1 + (place * place + of.rows) % 5 * (place % 2)
    }
    return columns
  }

  private static var emptyColumns: KernelCheck {
    KernelCheck(
      "empty_columns", extent: { _ in 1 },
      expected: { of in
        let connected = Set(columns(of))
        let empty = (0..<4 * of.batch + 4).filter { !connected.contains($0) }
        var expected = ExpectedOutput()
        for rank in stride(from: 0, to: empty.count, by: 1 + of.rows % 3) {
          expected.add(Bounded(Float(empty[rank])))
        }
        return expected
      },
      run: { kernels, of, part in
        let connected = columns(of)
        let emptyCount = 4 * of.batch + 4 - connected.count
        // What stands behind the numbers counts for nothing: those of least and of greatest value.
        var before = connected.enumerated().map { Int32($1 - $0) }
        before += (0..<16).map { $0 % 2 == 0 ? -1 : .max }
        var places = stride(from: 0, to: Int32(emptyCount), by: 1 + of.rows % 3).map { $0 }
        kernels.pointee.empty_columns(
          connected.count, before, part.isEmpty ? 0 : places.count, &places)
        var output = KernelOutput()
        for column in places { output.add(Float(column)) }
        output.endUnit()
        return output
      })
  }
}
