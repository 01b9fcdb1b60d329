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
    let memory = MachineMemory.physical.flatMap { Int(exactly: $0) }
    fields["memory_bytes"] = memory.map { .integer($0) }
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

  private static var processor: String {
    // The line is `model name : …`, with a tab before the colon.
    let name = SystemFile("/proc/cpuinfo")?.field("model name")
    return name.map { String($0.drop { $0 == ":" || $0 == " " }) } ?? "unknown"
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
}
