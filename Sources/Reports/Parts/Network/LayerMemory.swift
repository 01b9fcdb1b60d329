internal import Catalogue

/// The memory that a layer's weights take.
enum LayerMemory {
  /// About 20 bytes a connection where stored sparse, 8 where dense.
  static func bytes(
    _ inputs: Int, _ neurons: Int, connections: Int, isSparse: Bool
  ) -> Double {
    isSparse
      ? 20 * Double(connections) + 8 * (Double(inputs) + Double(neurons))
      : 8 * Double(inputs) * Double(neurons)
  }

  /// A number of bytes as a person reads it: `812 B`, `1.4 MB`.
  static func text(_ bytes: Double) -> String {
    for (unit, name) in [(1e9, "GB"), (1e6, "MB"), (1e3, "kB")] where bytes >= unit {
      return NumberText.fixed(bytes / unit, 1) + " " + name
    }
    return NumberText.fixed(bytes, 0) + " B"
  }
}
