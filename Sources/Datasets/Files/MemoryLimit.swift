internal import Sparse

/// How much of this machine's memory one file may take, of data or of a saved network.
public enum MemoryLimit {
  /// A quarter of the physical memory, at least 256 MiB: samples read from a text, and copies while
  /// they are split, can take several times the bytes of their file. What cannot be asked counts
  /// as 4 GiB.
  public static let bytes: Int = {
    let total = MachineMemory.physical.flatMap { Int(exactly: $0) } ?? 4 << 30
    return max(total / 4, 256 << 20)
  }()

  /// Whether so many samples of so many features may be held as floats. No arguments overflow it.
  static func holds(samples: Int, width: Int) -> Bool {
    let (cells, overflow) = samples.multipliedReportingOverflow(by: width)
    return !overflow && cells <= bytes / MemoryLayout<Float>.stride
  }
}
