internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `scripts/peers`, which installs other programs and runs them on our steps.
package struct PeerScript: Sendable {
  /// Where it lies.
  package let path: String

  /// The script of that path, or else `scripts/peers` in the folder one is in, or in one above the
  /// executable.
  /// - Throws: `BenchmarkError.noPeerScript`.
  package init(_ asked: String?) throws {
    if let asked {
      guard Self.isProgram(asked) else { throw BenchmarkError.noPeerScript(path: asked) }
      path = asked
      return
    }
    var folders = [FileManager.default.currentDirectoryPath]
    var folder = URL(filePath: Self.executable).deletingLastPathComponent()
    while folder.path.count > 1 {
      folders.append(folder.path)
      folder = folder.deletingLastPathComponent()
    }
    let found = folders.map { $0 + "/scripts/peers" }.first(where: Self.isProgram)
    guard let found else { throw BenchmarkError.noPeerScript(path: nil) }
    path = found
  }

  /// Makes the environment of the other programs, unless it is there.
  /// - Throws: `BenchmarkStopped`, or `BenchmarkError.peersFailed`.
  func setUp(isStopped: () -> Bool) throws {
    if let folder = Self.environment, Self.isProgram(folder + "/bin/python") { return }
    try run(["setup"], isStopped: isStopped) { _ in }
  }

  /// Runs the script and hands on the lines that it prints.
  /// - Throws: `BenchmarkStopped`, or `BenchmarkError.peersFailed`.
  func run(_ arguments: [String], isStopped: () -> Bool, line: (String) -> Void) throws {
    let status = try ChildProcess(path, arguments).finish(isStopped: isStopped, line: line)
    guard status == 0 else {
      throw BenchmarkError.peersFailed(
        detail: "`\(path) \(arguments[0])` ended with exit code \(status)")
    }
  }

  /// The folder of the environment, as the script names it.
  private static var environment: String? {
    let variables = ProcessInfo.processInfo.environment
    func variable(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }
    return variable("SPARSESH_PEERS")
      ?? variable("XDG_CACHE_HOME").map { $0 + "/sparsesh/peers" }
      ?? variable("HOME").map { $0 + "/.cache/sparsesh/peers" }
  }

  private static var executable: String {
    let link = "/proc/self/exe"
    return (try? FileManager.default.destinationOfSymbolicLink(atPath: link))
      ?? CommandLine.arguments[0]
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}
