#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How much memory can still be taken on this machine.
public enum MachineMemory {
  /// The bytes that can be taken now without swapping, as the system estimates them and as the
  /// limits of the process's control groups (a container's, for one) allow; physical memory where
  /// the system says neither.
  public static var available: UInt64 {
    // The file counts in kilobytes.
    let free =
      SystemFile("/proc/meminfo")?.number("MemAvailable:").map { $0.clampedKilobytes }
      ?? physical ?? .max
    return controlGroups.reduce(free) { min($0, $1) }
  }

  /// The bytes of physical memory; nil where the system does not say.
  public static let physical: UInt64? = {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let size = sysconf(Int32(_SC_PAGESIZE))
    guard pages > 0, size > 0 else { return nil }
    let product = UInt64(pages).multipliedReportingOverflow(by: UInt64(size))
    return product.overflow ? nil : product.partialValue
  }()

  /// What each control group above the process leaves; none where there are no limits.
  private static var controlGroups: [UInt64] {
    guard let groups = SystemFile("/proc/self/cgroup")?.text else { return [] }
    return groups.split(separator: "\n").flatMap { line -> [UInt64] in
      // number:controllers:path; version 2 has no controllers.
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      if parts[1].isEmpty {
        return left(
          in: "/sys/fs/cgroup", parts[2], limit: "memory.max", used: "memory.current",
          cache: "inactive_file")
      }
      guard parts[1].split(separator: ",").contains("memory") else { return [] }
      return left(
        in: "/sys/fs/cgroup/memory", parts[2], limit: "memory.limit_in_bytes",
        used: "memory.usage_in_bytes", cache: "total_inactive_file")
    }
  }

  /// What a group and those around it leave. File pages that nobody uses can be had back.
  private static func left(
    in root: String, _ path: Substring, limit: String, used: String, cache: String
  ) -> [UInt64] {
    var folders = path.split(separator: "/")
    var found: [UInt64] = []
    while true {
      let folder = ([root] + folders.map(String.init)).joined(separator: "/")
      if let most = number(in: "\(folder)/\(limit)"), let taken = number(in: "\(folder)/\(used)") {
        let idle = SystemFile("\(folder)/memory.stat")?.number(cache) ?? 0
        let held = taken - min(taken, idle)
        found.append(most - min(most, held))
      }
      if folders.popLast() == nil { return found }
    }
  }

  private static func number(in path: String) -> UInt64? {
    SystemFile(path).flatMap { UInt64($0.line) }
  }
}

extension UInt64 {
  /// So many kilobytes in bytes, or as many as there can be.
  fileprivate var clampedKilobytes: UInt64 {
    let bytes = multipliedReportingOverflow(by: 1024)
    return bytes.overflow ? .max : bytes.partialValue
  }
}
