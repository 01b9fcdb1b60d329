/// One item of a network's shape: `784`, `1000*3`, `in` or `out`.
package struct ShapeItem: Sendable, Equatable {
  /// How wide its layers are.
  package enum Width: Sendable, Equatable {
    /// As many as the data have features.
    case input
    /// As many as the data have classes.
    case output
    /// So many neurons, at least 1.
    case neurons(Int)
  }

  /// The width of each layer.
  package let width: Width
  /// How many layers of that width follow each other, at least 1.
  package let count: Int

  /// `count` layers of that width.
  package init(_ width: Width, count: Int = 1) {
    self.width = width
    self.count = count
  }
}

extension ShapeItem: CustomStringConvertible {
  /// The item as a script writes it.
  package var description: String {
    let width =
      switch width {
      case .input: "in"
      case .output: "out"
      case .neurons(let number): String(number)
      }
    return count == 1 ? width : "\(width)*\(count)"
  }
}
