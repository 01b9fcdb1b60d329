internal import Catalogue

/// What becomes of one column of an ARFF file.
struct ARFFColumn {
  /// Its declaration.
  let attribute: ARFFAttribute
  /// What it is for.
  let role: Header.Role
  /// The position of its first feature in a sample.
  let offset: Int
  /// The position of each value of a nominal column; nil for others.
  let indices: [String: Int]?
  /// The features it adds to a sample.
  let width: Int

  /// A column whose features start at `offset`.
  init(_ attribute: ARFFAttribute, _ role: Header.Role, offset: Int) {
    self.attribute = attribute
    self.role = role
    self.offset = offset
    width = role == .feature ? attribute.features.count : 0
    guard case .nominal(let values) = attribute.sort else {
      indices = nil
      return
    }
    indices = Dictionary(
      values.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Enters the value of a nominal column, by its position, into a sample's features.
  func enter(_ index: Int, into row: UnsafeMutableBufferPointer<Float>) {
    if indices?.count == 2 {
      row[offset] = Float(index)
    } else {
      row[offset + index] = 1
    }
  }
}
