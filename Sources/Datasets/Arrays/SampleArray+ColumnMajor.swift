extension SampleArray.Elements {
  /// Elements that stand column by column (first axis fastest) in row-major order. O(elements).
  /// - Precondition: as many elements as `shape` has.
  func rowMajor(fromColumnMajor shape: [Int]) -> SampleArray.Elements {
    guard shape.count > 1 else { return self }
    return switch self {
    case .bytes(let values): .bytes(Self.reordered(values, shape))
    case .floats(let values): .floats(Self.reordered(values, shape))
    case .doubles(let values): .doubles(Self.reordered(values, shape))
    case .integers(let values): .integers(Self.reordered(values, shape))
    case .texts(let values): .texts(Self.reordered(values, shape))
    }
  }

  private static func reordered<Element>(_ values: [Element], _ shape: [Int]) -> [Element] {
    precondition(SampleArray.count(shape) == values.count)
    guard !values.isEmpty else { return values }
    // How far apart neighbours along each axis stand in column-major order.
    var strides = [1]
    for length in shape.dropLast() { strides.append(strides[strides.count - 1] * length) }
    var index = [Int](repeating: 0, count: shape.count)
    var position = 0
    var ordered: [Element] = []
    ordered.reserveCapacity(values.count)
    while true {
      ordered.append(values[position])
      var axis = shape.count - 1
      while axis >= 0 {
        index[axis] += 1
        position += strides[axis]
        if index[axis] < shape[axis] { break }
        position -= index[axis] * strides[axis]
        index[axis] = 0
        axis -= 1
      }
      if axis < 0 { return ordered }
    }
  }
}
