internal import FoundationEssentials
internal import Reports
internal import Sparse

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the figures were measured on and with.
struct MachineFacts {
  private let context: BenchmarkContext
  private let version: String

  init(_ context: BenchmarkContext, version: String) {
    self.context = context
    self.version = version
  }

  /// The fields of the event `machine`.
  var fields: JSONFields {
    var fields = JSONFields([
      "cpu": .text(Self.processor), "processors": .integer(Self.processors),
      "instruction_sets": .array(context.sets.reversed().map { .text($0.rawValue) }),
      "instruction_set": .text(context.usualSet.rawValue),
      "threads": .integer(context.threadCounts[context.threadCounts.count - 1]),
      "caches": .array(
        context.caches.levels.enumerated().map { level, bytes in
          ["level": .text("L\(level + 1)"), "bytes": .integer(bytes)]
        }),
      "caches_known": .logic(context.caches.isKnown),
    ])
    fields["memory_bytes"] = Self.memory.map { .integer($0) }
    fields["system"] = .text(Self.system)
    fields["compiler"] = .text(Self.compiler)
    fields["configuration"] = .text(Self.configuration)
    fields["version"] = .text(version)
    fields["quick"] = .logic(context.isQuick)
    // A load beside one's own says that somebody else was computing.
    fields["load"] = Self.load.map(JSONFields.measure)
    return fields
  }

  private static var processors: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  private static var memory: Int? {
    let (pages, size) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
    let (bytes, overflow) = pages.multipliedReportingOverflow(by: size)
    return pages > 0 && size > 0 && !overflow ? bytes : nil
  }

  private static var processor: String {
    #if os(Linux)
      let text = file("/proc/cpuinfo") ?? ""
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0].hasPrefix("model name") else { continue }
        return String(parts[1].drop { $0 == " " })
      }
    #endif
    return "unknown"
  }

  private static var system: String {
    var names = utsname()
    guard uname(&names) == 0 else { return "unknown" }
    func text<Field>(_ field: Field) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return "\(text(names.sysname)) \(text(names.release)) \(text(names.machine))"
  }

  private static var compiler: String {
    #if compiler(>=6.4)
      "Swift 6.4 or newer"
    #elseif compiler(>=6.3)
      "Swift 6.3"
    #else
      "Swift 6.2"
    #endif
  }

  private static var configuration: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }

  /// The mean number of computing threads over the last minute.
  private static var load: Double? {
    var average = 0.0
    return getloadavg(&average, 1) == 1 ? average : nil
  }

  private static func file(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
