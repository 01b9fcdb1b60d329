import CKernels
import Sparse

extension KernelCheck {
  /// What is chosen by similarities. The result is a list, not a number for each cell: the range is
  /// all of them or none.
  static var cells: [KernelCheck] { [similarCells, drawnCells] }

  private static let scale: Float = 0.5
  private static let stale: Int32 = -1
  private static let place = kernel_draw(key: (17, 18), row: 3, epoch: 4, word: 5 << 16 | 1)
  /// The first cell's column.
  private static let first = 128

  private static func count(_ of: KernelCase) -> Int { 2 * of.batch + of.rows }

  /// Products and the second factor of their scale; some of them are no numbers.
  private static func numbers(_ of: KernelCase) -> (products: Guarded, scales: Guarded) {
    let odd: [Float] = [.nan, .infinity, 0]
    func numbers(_ place: Int) -> Guarded {
      Guarded(
        of.content.numbers(count(of), at: place).enumerated().map { index, number in
          (index + place) % 13 == 5 ? odd[index % 3] : number
        })
    }
    return (numbers(60), numbers(61))
  }

  /// |p|·scale·scales_j, as float32 has it.
  private static func similarities(_ of: KernelCase) -> [Float] {
    let (products, scales) = numbers(of)
    return zip(products.numbers, scales.numbers).map { abs($0) * scale * $1 }
  }

  private static var similarCells: KernelCheck {
    KernelCheck(
      "similar_cells", extent: { _ in 1 },
      expected: { of in
        let similarities = similarities(of)
        let picked = similarities.indices.filter { similarities[$0] >= 0.1 }
        var expected = ExpectedOutput()
        expected.add(Bounded(Float(picked.count)))
        for rank in 0..<count(of) {
          expected.add(Bounded(rank < picked.count ? Float(picked[rank]) : Float(stale)))
        }
        return expected
      },
      run: { kernels, of, part in
        let (products, scales) = numbers(of)
        var picked = [Int32](repeating: stale, count: count(of))
        let found = kernels.pointee.similar_cells(
          part.isEmpty ? 0 : count(of), products.base, scale, scales.base, 0.1, &picked)
        withExtendedLifetime((products, scales)) {}
        var output = KernelOutput()
        output.add(Float(found))
        for column in picked { output.add(Float(column)) }
        output.endUnit()
        return output
      })
  }

  private static let reaches: [Float] = [0.7, .infinity]

  /// The random word of a cell, from its Philox block.
  private static func word(_ cell: Int) -> UInt32 {
    let n = first + cell
    let counter = SIMD4(UInt32(n / 64 * 16 + n % 16), place.row, place.epoch, place.word)
    return Philox(key: SIMD2(place.key.0, place.key.1)).block(counter)[n / 16 % 4]
  }

  private static var drawnCells: KernelCheck {
    KernelCheck(
      "drawn_cells", extent: { _ in 1 },
      expected: { of in
        let similarities = similarities(of)
        var expected = ExpectedOutput()
        for reach in reaches {
          let picked = similarities.indices.filter { cell in
            let c = similarities[cell]
            return c >= 0x1p-126 && Float(word(cell) >> 8) * 0x1p-24 <= c * reach
          }
          expected.add(Bounded(Float(picked.count)))
          for rank in 0..<count(of) {
            expected.add(Bounded(rank < picked.count ? Float(picked[rank]) : Float(stale)))
            let word = rank < picked.count ? word(picked[rank]) : 0
            expected.add([Bounded(Float(word >> 16)), Bounded(Float(word & 0xFFFF))])
          }
        }
        return expected
      },
      run: { kernels, of, part in
        let (products, scales) = numbers(of)
        var output = KernelOutput()
        for reach in reaches {
          var picked = [Int32](repeating: stale, count: count(of))
          var drawn = [UInt32](repeating: 0, count: count(of))
          let found = kernels.pointee.drawn_cells(
            first, part.isEmpty ? 0 : count(of), products.base, scale, scales.base, reach, place,
            &picked, &drawn)
          output.add(Float(found))
          for (column, word) in zip(picked, drawn) {
            output.add(Float(column))
            output.add(Float(word >> 16))
            output.add(Float(word & 0xFFFF))
          }
        }
        withExtendedLifetime((products, scales)) {}
        output.endUnit()
        return output
      })
  }
}
