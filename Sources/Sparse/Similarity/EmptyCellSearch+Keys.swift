#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension EmptyCellSearch.Rule {
  /// What a cell of that score is chosen by, smallest first; `word` gives its random number where the
  /// rule draws.
  @inline(__always)
  func key(_ score: Float, word: () -> UInt32) -> Double {
    switch self {
    case .largest: return -Double(score)
    case .proportional:
      let u = (Double(word()) + 0.5) * 0x1p-32
      return -log(1 - u) / Double(score)
    }
  }

  /// The random number of a cell; 0 where the rule draws none.
  func word(of cell: Cell) -> UInt32 {
    switch self {
    case .largest: 0
    case .proportional(let stream): stream.word(ofRow: Int(cell.row), column: Int(cell.column))
    }
  }
}
