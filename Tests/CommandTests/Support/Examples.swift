import FoundationEssentials

/// The example scripts of the package.
enum Examples {
  /// Where they lie.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "examples")

  /// The paths of all of them, also in folders, from `examples` on.
  static var all: [String] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".sparse") }.sorted()
  }

  /// The text of an example.
  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  /// Those that a test can run; what lies in `large` takes minutes and a gigabyte, what lies in `paper`
  /// hours and data sets that are not here.
  static var quick: [String] {
    all.filter { !$0.hasPrefix("large/") && !$0.hasPrefix("paper/") }
  }
}
