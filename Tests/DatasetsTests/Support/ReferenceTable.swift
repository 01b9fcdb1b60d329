import FoundationEssentials
import Testing

/// The table that `scripts/reference/data_files.py` had other programs write in every format.
struct ReferenceTable: Decodable {
  let x: [[Double]]
  let y: [Int]

  /// The table as plain numbers.
  static func read() throws -> ReferenceTable {
    let data = try Data(contentsOf: URL(filePath: path("table.json")))
    return try JSONDecoder().decode(ReferenceTable.self, from: data)
  }

  /// The path of one of the files.
  static func path(_ name: String) -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.appending(path: "scripts/reference/expected/files/\(name)").path
  }

  /// The bytes of one of the files.
  static func bytes(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: URL(filePath: path(name)))).map { [UInt8]($0) } ?? []
  }

  /// The features row by row, times a factor.
  func features(times factor: Double = 1) -> [Float] { x.flatMap { $0 }.map { Float($0 * factor) } }
  /// The classes in order of their names.
  var classes: [Int32] { y.map { Int32($0 - 1) } }
}
