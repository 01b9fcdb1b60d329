import CKernels
import Sparse

extension KernelCheck {
  /// Rounding to bytes, and products of what is rounded.
  static var bytes: [KernelCheck] { [quantizeRows, byteProducts] }

  private static let stale: Int8 = 99
  /// More than a row has.
  private static let stride = 512

  private static func padded(_ of: KernelCase) -> Int { (of.batch + 15) / 16 * 16 }

  /// Rows with nonsense behind their samples; one of them with what is no number and one too small.
  private static func panel(_ of: KernelCase) -> Panel {
    let panel = of.input.copyWhole()
    for row in 0..<panel.features {
      if row % 5 == 3 { panel.row(row)[of.batch / 2] = row % 2 == 0 ? .nan : -.infinity }
      if row % 7 == 2 { for s in 0..<of.batch { panel.row(row)[s] *= 0x1p-120 } }
      (panel.row(row) + of.batch).update(repeating: .nan, count: panel.padded - of.batch)
    }
    return panel
  }

  /// What a row is rounded to, by the definition: whole numbers, and their scale.
  private static func rounded(_ row: UnsafePointer<Float>, _ of: KernelCase) -> ([Float], Float) {
    let numbers = (0..<of.batch).map { row[$0] }
    let largest = numbers.map { $0.magnitude.isNaN ? .infinity : $0.magnitude }.max() ?? 0
    guard largest >= 0x1p-60, largest < 0x1p64 else {
      return ([Float](repeating: 0, count: of.batch), 0)
    }
    let steps = 127 / largest
    return (numbers.map { ($0 * steps).rounded(.toNearestOrEven) }, largest / 127)
  }

  /// The squares of what rounding leaves of a row, and how far off single precision may be: each
  /// remainder is the difference of two numbers that are nearly the same.
  private static func remainder(
    _ row: UnsafePointer<Float>, _ whole: [Float], _ scale: Float, _ of: KernelCase
  ) -> (squares: Double, lost: Double) {
    guard (0..<of.batch).allSatisfy({ row[$0].magnitude < 0x1p64 }) else { return (0, 0) }
    var (squares, lost) = (0.0, 0.0)
    for (s, q) in whole.enumerated() {
      let rest = Double(row[s]) - Double(scale) * Double(q)
      let error = Double(row[s].magnitude) * 0x1p-22
      squares += rest * rest
      lost += 2 * rest.magnitude * error + error * error
    }
    return (squares, lost)
  }

  private static var quantizeRows: KernelCheck {
    KernelCheck(
      "quantize_rows", extent: \.rows,
      expected: { of in
        var expected = ExpectedOutput()
        let panel = panel(of)
        for n in 0..<of.rows {
          let row = UnsafePointer(panel.row(n))
          let (whole, scale) = rounded(row, of)
          let padding = [Float](repeating: 0, count: padded(of) - of.batch)
          expected.add((whole + padding).map { Bounded($0) })
          expected.add((whole + padding).map { Bounded($0 + 128) })
          expected.add([Bounded(scale), Bounded(whole.reduce(0, +))])
          let start = Double(of.parameters[0].base[n])
          let (squares, lost) = remainder(row, whole, scale, of)
          let sum = start + squares
          expected.add(
            Bounded(sum, error: lost + 1e-5 * (sum.magnitude + start.magnitude) + 1e-30))
        }
        expected.addUntouched(2 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let panel = panel(of)
        let (rows, padded) = (of.rows, padded(of))
        let groups = (rows + 15) / 16
        var bytes = [Int8](repeating: stale, count: rows * stride)
        var quads = [UInt8](repeating: 77, count: groups * 16 * padded)
        var scales = [Float](repeating: -1, count: rows)
        var sums = [Int32](repeating: -7, count: rows)
        let errors = Guarded(Array(of.parameters[0].numbers.prefix(rows)))
        kernels.pointee.quantize_rows(
          part.lowerBound, part.upperBound, panel.row(0), panel.stride, of.batch, &bytes, stride,
          &quads, &scales, &sums, errors.base)
        withExtendedLifetime(panel) {}
        var output = KernelOutput()
        for n in 0..<rows {
          for s in 0..<padded { output.add(Float(bytes[n * stride + s])) }
          for s in 0..<padded {
            output.add(Float(quads[n / 16 * 16 * padded + s / 4 * 64 + n % 16 * 4 + s % 4]))
          }
          output.add(scales[n])
          output.add(Float(sums[n]))
          output.add(errors.base[n])
          output.endUnit()
        }
        output.addMargins(errors)
        return output
      })
  }

  /// Bytes of a side of the layer.
  private static func bytes(_ count: Int, _ of: KernelCase, at place: Int) -> [Int8] {
    let numbers = of.content.numbers(count, at: place)
    return numbers.indices.map { index in
      Int8(truncatingIfNeeded: max(-127, min(127, Int(numbers[index].bitPattern >> 9 & 255) - 128)))
    }
  }

  /// Both sides as the kernel gets them, with samples beyond the batch that are 0.
  private struct Sides {
    var rows: [Int8] = []
    var columns: [Int8] = []
    var scales: [Float] = []
    var others: [Float] = []

    init(_ of: KernelCase) {
      let padded = KernelCheck.padded(of)
      rows = KernelCheck.bytes(of.rows * padded, of, at: 70)
      columns = KernelCheck.bytes(of.columns * padded, of, at: 71)
      for s in of.batch..<max(padded, of.batch) {
        for i in 0..<of.rows { rows[i * padded + s] = 0 }
        for j in 0..<of.columns { columns[j * padded + s] = 0 }
      }
      scales = (0..<of.rows).map { 0.5 + Float($0) / 64 }
      others = (0..<of.columns).map { 0.25 + Float($0) / 128 }
    }
  }

  private static var byteProducts: KernelCheck {
    KernelCheck(
      "byte_products", extent: \.rows,
      expected: { of in
        let (sides, padded) = (Sides(of), padded(of))
        var expected = ExpectedOutput()
        for i in 0..<of.rows {
          for j in 0..<of.columns {
            var sum = 0
            for s in 0..<padded {
              sum += Int(sides.rows[i * padded + s]) * Int(sides.columns[j * padded + s])
            }
            let start = of.weights.base[i * of.columns + j]
            // In floats: what every set gives to the bit.
            expected.add(Bounded(start + Float(sum) * (sides.scales[i] * sides.others[j])))
          }
          expected.addUntouched(3)
        }
        expected.addUntouched(2 * Guarded.margin)
        return expected
      },
      run: { kernels, of, part in
        let (sides, padded) = (Sides(of), padded(of))
        let stride = of.columns + 3
        let products = Guarded(count: of.rows * stride)
        for i in 0..<of.rows {
          (products.base + i * stride).update(
            from: of.weights.base + i * of.columns, count: of.columns)
        }
        let groups = (of.columns + 15) / 16
        // As aligned as the kernel asks for.
        let quads = UnsafeMutablePointer<UInt8>.aligned(groups * 16 * padded)
        defer { quads.deallocate() }
        for j in 0..<of.columns {
          for s in 0..<padded {
            quads[j / 16 * 16 * padded + s / 4 * 64 + j % 16 * 4 + s % 4] =
              UInt8(Int(sides.columns[j * padded + s]) + 128)
          }
        }
        let sums = (0..<of.rows).map { i in
          (0..<padded).reduce(Int32(0)) { $0 + Int32(sides.rows[i * padded + $1]) }
        }
        let others = Guarded(sides.others)
        if !part.isEmpty {
          kernels.pointee.byte_products(
            part.count, of.columns, Array(sides.rows[(part.lowerBound * padded)...]), padded,
            Array(sides.scales[part.lowerBound...]), Array(sums[part.lowerBound...]), quads,
            others.base, of.batch, products.base + part.lowerBound * stride, stride)
        }
        withExtendedLifetime(others) {}
        var output = KernelOutput()
        for i in 0..<of.rows {
          output.add(products.base + i * stride, count: stride)
          output.endUnit()
        }
        output.addMargins(products)
        return output
      })
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Zeros on a cache line.
  fileprivate static func aligned(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    let room = UnsafeMutableRawPointer.allocate(byteCount: max(count, 64), alignment: 64)
      .bindMemory(to: UInt8.self, capacity: max(count, 64))
    room.initialize(repeating: 0, count: max(count, 64))
    return room
  }
}
