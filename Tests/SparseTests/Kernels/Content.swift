import Sparse

/// What numbers a kernel is tried on.
enum Content: String, Sendable {
  /// Uniform on −1 … 1.
  case uniform
  /// Zeros of both signs, subnormal, tiny and huge numbers among those of everyday.
  case extreme

  /// `count` numbers, others at each `place`.
  func numbers(_ count: Int, at place: Int) -> [Float] {
    guard self == .extreme else { return Self.table(count, at: place) }
    return Self.table(count, at: place).enumerated().map { index, number in
      switch (index * 7 + place) % 11 {
      case 0: 0
      case 1: -0.0
      case 2: number * 0x1p-130
      case 3: number * 0x1p-100
      case 4: number * 0x1p+50
      default: number
      }
    }
  }

  /// A panel with numbers in every column of the batch, zeros in padding, and no numbers beyond.
  func panel(_ features: Int, _ batch: Int, capacity: Int, at place: Int, scale: Float = 1) -> Panel
  {
    let panel = Panel(features: features, capacity: capacity)
    panel.batch = batch
    let numbers = numbers(features * batch, at: place).map { $0 * scale }
    numbers.withUnsafeBufferPointer { numbers in
      for feature in 0..<features {
        let row = panel.row(feature)
        row.update(from: numbers.baseAddress! + feature * batch, count: batch)
        (row + panel.padded).update(repeating: .nan, count: panel.stride - panel.padded)
      }
    }
    return panel
  }

  private static let drawn: [Float] = {
    var stream = RandomStream(seed: 4, purpose: .test)
    return stream.numbers(1 << 15)
  }()

  /// Numbers out of a table that is drawn once.
  private static func table(_ count: Int, at place: Int) -> [Float] {
    var numbers: [Float] = []
    numbers.reserveCapacity(count)
    var from = place * 2999 % drawn.count
    while numbers.count < count {
      let upper = min(drawn.count, from + count - numbers.count)
      numbers += drawn[from..<upper]
      from = 0
    }
    return numbers
  }
}
