import Foundation

/// What the independent programs in `scripts/reference` came to.
enum Oracle {
  static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "scripts/reference/expected/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}
