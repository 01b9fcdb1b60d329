import CKernels
import Sparse

extension KernelCheck {
  static var drops: [KernelCheck] { [dropoutDraw, dropoutApply] }

  private static let place = kernel_dropout(key: (17, 18), batch: 3, epoch: 4, word: 5 << 16 | 1)
  private static let thresholds: [UInt32] = [40_000, 1, 65_536]
  /// What is in a mask before it is drawn, and stays beyond its vectors.
  private static let stale: UInt16 = 0xBEEF

  private static func stride(_ of: KernelCase) -> Int { of.vectors + 3 }

  /// The masks as the definition says, from Philox blocks one at a time.
  private static func words(_ of: KernelCase) -> [[UInt32]] {
    (0..<of.rows).map { row in
      (0..<of.vectors * 16).map { sample in
        let flat = row * of.vectors + sample / 16
        let counter = SIMD4(
          UInt32(flat / 8), place.batch * 16 + UInt32(sample % 16), place.epoch, place.word)
        let block = Philox(key: SIMD2(place.key.0, place.key.1)).block(counter)
        return block[flat % 8 / 2] >> UInt32(flat % 2 * 16) & 0xFFFF
      }
    }
  }

  private static var dropoutDraw: KernelCheck {
    KernelCheck(
      "dropout_draw", extent: \.rows,
      expected: { of in
        var expected = ExpectedOutput()
        for words in words(of) {
          for threshold in thresholds {
            for vector in 0..<of.vectors {
              let bits = (0..<16).reduce(0) {
                $0 | (words[vector * 16 + $1] < threshold ? 1 << $1 : 0)
              }
              expected.add(Bounded(Float(bits)))
            }
            for _ in of.vectors..<stride(of) { expected.add(Bounded(Float(stale))) }
          }
        }
        return expected
      },
      run: { kernels, of, part in
        let masks = thresholds.map { threshold in
          var mask = [UInt16](repeating: stale, count: of.rows * stride(of))
          kernels.pointee.dropout_draw(
            part.lowerBound, part.upperBound, &mask, stride(of), of.vectors, place, threshold)
          return mask
        }
        var output = KernelOutput()
        for row in 0..<of.rows {
          for mask in masks {
            for place in row * stride(of)..<(row + 1) * stride(of) {
              output.add(Float(mask[place]))
            }
          }
          output.endUnit()
        }
        return output
      })
  }

  /// Blocks of Philox by their number, whose low word runs over on the way.
  static var randomWords: KernelCheck {
    let start = 1 << 32 - UInt64(3)
    return KernelCheck(
      "random_words", extent: \.batch,
      expected: { of in
        var expected = ExpectedOutput()
        for number in start..<start + UInt64(of.batch) {
          let counter = SIMD4(
            UInt32(truncatingIfNeeded: number), UInt32(number >> 32), 3, 4 << 16 | 5)
          let block = Philox(key: SIMD2(17, 18)).block(counter)
          for word in 0..<4 {
            expected.add([Bounded(Float(block[word] >> 16)), Bounded(Float(block[word] & 0xFFFF))])
          }
        }
        return expected
      },
      run: { kernels, of, part in
        var words = [UInt32](repeating: 0, count: 4 * of.batch)
        words.withUnsafeMutableBufferPointer { words in
          kernels.pointee.random_words(
            start + UInt64(part.lowerBound), part.count, [17, 18], [3, 4 << 16 | 5],
            words.baseAddress! + 4 * part.lowerBound)
        }
        var output = KernelOutput()
        for block in 0..<of.batch {
          for word in words[4 * block..<4 * block + 4] {
            output.add(Float(word >> 16))
            output.add(Float(word & 0xFFFF))
          }
          output.endUnit()
        }
        return output
      })
  }

  private static func mask(_ of: KernelCase) -> [UInt16] {
    (0..<of.rows * stride(of)).map { UInt16(truncatingIfNeeded: $0 &* 40_503 &+ 7) }
  }

  private static var dropoutApply: KernelCheck {
    KernelCheck(
      "dropout_apply", extent: \.rows,
      expected: { of in
        let mask = mask(of)
        let rows = (0..<of.rows).map { row in
          of.input.bounded(row).enumerated().map { sample, number in
            let bits = mask[row * stride(of) + sample / 16]
            return bits >> UInt16(sample % 16) & 1 == 1 ? number * Bounded(1.5) : Bounded(0)
          }
        }
        return ExpectedOutput(rows: [rows], beyond: of.input.beyond)
      },
      run: { kernels, of, part in
        let panel = of.input.copyWhole()
        kernels.pointee.dropout_apply(
          part.lowerBound, part.upperBound, mask(of), stride(of), panel.row(0), panel.stride,
          of.vectors, 1.5)
        return KernelOutput(rows: [panel])
      })
  }
}
