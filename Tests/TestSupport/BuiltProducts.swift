internal import FoundationEssentials

/// The programs that were built together with the tests.
package enum BuiltProducts {
  /// The path of a program of this package, which lies beside the test bundle.
  ///
  /// Throws if it is not there, which means that the test target does not depend on it.
  package static func path(of program: String) throws -> String {
    let bundle = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    for folder in [bundle.deletingLastPathComponent(), runningFolder] {
      let path = folder.appending(path: program).path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw Missing(program: program, besideBundle: bundle.path)
  }

  private static var runningFolder: URL {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: link ?? "/").deletingLastPathComponent()
  }

  /// A program was not built.
  package struct Missing: Error, CustomStringConvertible {
    let program: String
    let besideBundle: String

    package var description: String { "no program `\(program)` beside \(besideBundle)" }
  }
}
