#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How much of this machine's memory one file may take, of data or of a saved network.
public enum MemoryLimit {
  /// A quarter of the physical memory, at least 256 MiB: samples read from a text, and copies while
  /// they are split, can take several times the bytes of their file. What cannot be asked counts
  /// as 4 GiB.
  public static let bytes: Int = {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    let (total, overflow) = pages.multipliedReportingOverflow(by: size)
    guard pages > 0, size > 0, !overflow else { return 1 << 30 }
    return max(total / 4, 256 << 20)
  }()

  /// Whether so many samples of so many features may be held as floats. No arguments overflow it.
  static func holds(samples: Int, width: Int) -> Bool {
    let (cells, overflow) = samples.multipliedReportingOverflow(by: width)
    return !overflow && cells <= bytes / MemoryLayout<Float>.stride
  }
}
