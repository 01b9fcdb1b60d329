import Sparse

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// All that a kernel may write to and what lies around it, unit by unit: a unit (a neuron, a vector
/// of the batch, an element) is what one index of the kernel's range owns. What belongs to nobody
/// comes last.
struct KernelOutput {
  private(set) var numbers: [Float] = []
  /// Where each unit begins; the last number is where the surroundings begin.
  private(set) var starts = [0]

  /// The units, the surroundings counted.
  var units: Int { starts.count }

  /// The numbers of a unit.
  func range(_ unit: Int) -> Range<Int> {
    starts[unit]..<(unit + 1 < starts.count ? starts[unit + 1] : numbers.count)
  }

  mutating func add(_ number: Float) { numbers.append(number) }

  /// A number in double precision: the nearest of float32, and what it lacks.
  mutating func add(_ number: Double) {
    numbers.append(Float(number))
    numbers.append(Float(number - Double(Float(number))))
  }

  mutating func add(_ pointer: UnsafePointer<Float>, count: Int) {
    numbers.append(contentsOf: UnsafeBufferPointer(start: pointer, count: count))
  }

  /// A whole row, with what is beyond the columns that kernels write.
  mutating func add(_ panel: Panel, row: Int) { add(panel.row(row), count: panel.stride) }

  mutating func endUnit() { starts.append(numbers.count) }

  /// The margins of arrays.
  mutating func addMargins(_ arrays: Guarded...) {
    for array in arrays {
      add(array.base - Guarded.margin, count: Guarded.margin)
      add(array.base + array.count, count: Guarded.margin)
    }
  }

  /// Whether a unit has the same bits in both.
  func agrees(with other: KernelOutput, in unit: Int) -> Bool {
    agrees(with: other, in: range(unit))
  }

  /// Whether a unit begins with the first `count` numbers of another's, to the bit.
  func begins(with count: Int, of other: KernelOutput, in unit: Int) -> Bool {
    let (own, others) = (range(unit), other.range(unit))
    guard own.count >= count, others.count >= count else { return false }
    return zip(numbers[own].prefix(count), other.numbers[others].prefix(count))
      .allSatisfy { $0.bitPattern == $1.bitPattern }
  }

  /// Whether all bits are the same.
  func agrees(with other: KernelOutput) -> Bool {
    starts == other.starts && numbers.count == other.numbers.count
      && agrees(with: other, in: 0..<numbers.count)
  }

  private func agrees(with other: KernelOutput, in range: Range<Int>) -> Bool {
    guard range.upperBound <= other.numbers.count else { return false }
    return numbers.withUnsafeBytes { own in
      other.numbers.withUnsafeBytes { others in
        let bytes = 4 * range.lowerBound..<4 * range.upperBound
        return bytes.isEmpty
          || memcmp(
            own.baseAddress! + bytes.lowerBound, others.baseAddress! + bytes.lowerBound,
            bytes.count) == 0
      }
    }
  }
}

extension KernelOutput {
  /// A unit for each row of the panels.
  init(rows panels: [Panel]) {
    for row in 0..<panels[0].features {
      for panel in panels { add(panel, row: row) }
      endUnit()
    }
  }

  /// A unit for each element of the arrays.
  init(elements arrays: Guarded...) {
    for index in 0..<arrays[0].count {
      for array in arrays { add(array.base[index]) }
      endUnit()
    }
    for array in arrays { addMargins(array) }
  }
}

extension Panel {
  /// Columns that no kernel reads or writes.
  var beyond: Int { stride - padded }

  /// A panel with the same numbers, those beyond the padding included.
  func copyWhole() -> Panel {
    let copy = Panel(features: features, capacity: capacity)
    copy.batch = batch
    for feature in 0..<features { copy.row(feature).update(from: row(feature), count: stride) }
    return copy
  }
}
