package import FoundationEssentials

/// A folder that lives as long as a test's closure.
package enum TemporaryFolder {
  /// Makes a folder, hands it to `body`, and removes it with all that is in it.
  package static func with<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "sparsesh-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
