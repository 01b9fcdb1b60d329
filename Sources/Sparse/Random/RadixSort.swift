/// Sorts whole numbers digit by digit, lowest first.
enum RadixSort {
  private static let bits: UInt64 = 11

  /// Sorts numbers that are all below `bound`. O(n · log bound) time, O(n) memory.
  static func sort(_ numbers: inout [UInt64], below bound: UInt64) {
    // Below this, counting digits costs more than comparing.
    guard numbers.count > 1 << bits else { return numbers.sort() }
    var spare = [UInt64](repeating: 0, count: numbers.count)
    var shift: UInt64 = 0
    while shift < 64, (bound - 1) >> shift > 0 {
      spread(numbers, by: shift, into: &spare)
      swap(&numbers, &spare)
      shift += bits
    }
  }

  /// Orders by one digit, keeping the order of equals.
  private static func spread(_ numbers: [UInt64], by shift: UInt64, into sorted: inout [UInt64]) {
    let mask: UInt64 = 1 << bits - 1
    var next = [Int](repeating: 0, count: 1 << Int(bits))
    for number in numbers { next[Int(number >> shift & mask)] += 1 }
    var sum = 0
    for digit in next.indices { (next[digit], sum) = (sum, sum + next[digit]) }
    for number in numbers {
      let digit = Int(number >> shift & mask)
      sorted[next[digit]] = number
      next[digit] += 1
    }
  }
}
