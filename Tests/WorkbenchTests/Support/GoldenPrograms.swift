import Foundation

/// The recorded programs.
enum GoldenPrograms {
  /// The folder that holds them.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden")

  /// Programs that do what they ought to.
  static let good = names(in: "good")
  /// Programs with something wrong.
  static let bad = names(in: "bad")

  /// The file of a program, such as `bad/rebinding`.
  static func file(_ name: String) -> URL { folder.appending(path: name + ".sparse") }

  /// The record of a program.
  static func record(_ name: String) -> URL { folder.appending(path: name + ".expected") }

  private static func names(in part: String) -> [String] {
    let path = folder.appending(path: part).path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".sparse") }.map { "\(part)/\($0.dropLast(7))" }.sorted()
  }
}
