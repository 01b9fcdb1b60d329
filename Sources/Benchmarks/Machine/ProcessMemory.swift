internal import Sparse

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The memory of this process that is in the machine, in bytes, as far as the system tells.
enum ProcessMemory {
  /// Now.
  static var now: Int? { field("VmRSS:") }

  /// At most since the last `resetPeak`.
  static var peak: Int? { field("VmHWM:") }

  /// Begins counting the peak anew; without effect where the system cannot.
  static func resetPeak() {
    let file = open("/proc/self/clear_refs", O_WRONLY)
    guard file >= 0 else { return }
    defer { close(file) }
    _ = write(file, "5", 1)
  }

  private static func field(_ name: String) -> Int? {
    // The file counts in kilobytes.
    SystemFile("/proc/self/status")?.number(name).flatMap { Int(exactly: $0) }.map { $0 << 10 }
  }
}
