import FoundationEssentials

/// A folder that is there for one test and gone after it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/sparsesh-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// Writes a text and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  /// Writes 100 samples and returns their path: feature = row, classes `a`, `b` and `c` of 50, 30 and
  /// 20 samples.
  func writeThreeClasses() throws -> String {
    let rows = (0..<100).map { "\($0),\($0 < 50 ? "a" : $0 < 80 ? "b" : "c")" }
    return try write("rows.csv", rows.joined(separator: "\n"))
  }

  /// Makes a folder in it and returns its path.
  func folder(_ name: String) throws -> String {
    let folder = "\(path)/\(name)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Takes or gives the right to read a file.
  func setReadable(_ name: String, _ readable: Bool) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: readable ? 0o600 : 0o000], ofItemAtPath: "\(path)/\(name)")
  }
}
