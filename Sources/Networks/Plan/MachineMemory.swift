#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How much memory this machine has.
enum MachineMemory {
  /// The bytes of physical memory; without a limit where the system does not say.
  static let bytes: UInt64 = {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    guard pages > 0, size > 0 else { return .max }
    let product = UInt64(pages).multipliedReportingOverflow(by: UInt64(size))
    return product.overflow ? .max : product.partialValue
  }()
}
