/// Sorts whole numbers digit by digit, lowest first.
enum RadixSort {
  private static let bits: UInt64 = 11

  /// Sorts numbers that are all below `bound`. O(n · log bound) time, O(n) memory.
  static func sort(_ numbers: inout [UInt64], below bound: UInt64) {
    let count = numbers.count
    // Below this, counting digits costs more than comparing.
    guard count > 1 << bits else { return numbers.sort() }
    var digits: UInt64 = 0
    while digits * bits < 64, (bound - 1) >> (digits * bits) > 0 { digits += 1 }
    numbers.withUnsafeMutableBufferPointer { numbers in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { spare in
        var (from, to) = (numbers, spare)
        for digit in 0..<digits {
          spread(from, by: digit * bits, into: to)
          swap(&from, &to)
        }
        if digits % 2 == 1 { _ = numbers.update(from: spare) }
      }
    }
  }

  /// Orders by one digit, keeping the order of equals.
  private static func spread(
    _ numbers: UnsafeMutableBufferPointer<UInt64>, by shift: UInt64,
    into sorted: UnsafeMutableBufferPointer<UInt64>
  ) {
    let mask: UInt64 = 1 << bits - 1
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << Int(bits)) { next in
      next.initialize(repeating: 0)
      for number in numbers { next[Int(number &>> shift & mask)] &+= 1 }
      var sum = 0
      for digit in next.indices { (next[digit], sum) = (sum, sum &+ next[digit]) }
      for number in numbers {
        let digit = Int(number &>> shift & mask)
        sorted[next[digit]] = number
        next[digit] &+= 1
      }
    }
  }
}
