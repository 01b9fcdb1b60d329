#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension RandomStream {
  /// A standard normal number, by the polar method (Marsaglia & Bray 1964); the second of each
  /// pair is not kept, so that the stream's state stays its position alone.
  public mutating func normal() -> Double {
    while true {
      let u = 2 * openUniform() - 1
      let v = 2 * openUniform() - 1
      let s = u * u + v * v
      if s > 0, s < 1 { return u * (-2 * log(s) / s).squareRoot() }
    }
  }

  /// A normal number of that mean and standard deviation.
  public mutating func normal(mean: Double, deviation: Double) -> Double {
    mean + deviation * normal()
  }
}
