#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Pages of 2 MB in place of 4 KB for what is read in random order: with small ones the processor
/// looks up a page for almost every read once the memory is larger than some megabytes.
package enum LargePages {
  private static let size = 1 << 21
  /// Memory below this is left on small pages.
  private static let least = 2 * size

  /// Memory that begins on a large page where it is large; at least aligned to a cache line. Its
  /// content is undefined; `deallocate()` gives it back.
  static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: byteCount, alignment: byteCount >= least ? size : 64)
    ask(for: UnsafeMutableRawBufferPointer(start: memory, count: byteCount))
    return memory
  }

  /// Asks the system to put memory that nobody has touched yet on large pages, if there is enough of
  /// it. Nothing but its speed depends on the answer.
  package static func ask(for memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      guard memory.count >= least, let start = memory.baseAddress else { return }
      // Only whole pages can be asked for.
      let page = Int(sysconf(Int32(_SC_PAGESIZE)))
      let shift = (page - Int(bitPattern: start) % page) % page
      madvise(start + shift, (memory.count - shift) / page * page, MADV_HUGEPAGE)
    #endif
  }
}
