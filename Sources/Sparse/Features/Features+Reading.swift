extension Features {
  /// One feature of a sample, scaled. O(1).
  /// - Precondition: 0 ≤ `sample` < `count`, 0 ≤ `feature` < `width`.
  public subscript(sample: Int, feature: Int) -> Float {
    precondition(feature >= 0 && feature < width)
    switch storage {
    case .floats(let values): return values[sample * width + feature]
    case .bytes(let bytes, let scale): return scale[bytes[sample * width + feature], feature]
    }
  }

  /// The features of one sample, scaled. O(width).
  public func row(_ sample: Int) -> [Float] { (0..<width).map { self[sample, $0] } }

  /// All features as floats, row by row: what bytes become, made anew. O(count · width).
  public var values: [Float] {
    if case .floats(let values) = storage { return values }
    var values: [Float] = []
    values.reserveCapacity(count * width)
    forEachRow { values.append(contentsOf: $0) }
    return values
  }

  /// Hands the features of each sample, scaled, to `body`, in order. O(count · width).
  public func forEachRow(_ body: (UnsafeBufferPointer<Float>) -> Void) {
    switch storage {
    case .floats(let values):
      values.withUnsafeBufferPointer { values in
        for start in stride(from: 0, to: values.count, by: width) {
          body(UnsafeBufferPointer(rebasing: values[start..<start + width]))
        }
      }
    case .bytes(let bytes, let scale):
      withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { row in
        row.initialize(repeating: 0)
        bytes.withUnsafeBufferPointer { bytes in
          for start in stride(from: 0, to: bytes.count, by: width) {
            scale.read(UnsafeBufferPointer(rebasing: bytes[start..<start + width]), into: row)
            body(UnsafeBufferPointer(row))
          }
        }
      }
    }
  }
}

extension ByteScale {
  /// The features of one sample.
  fileprivate func read(
    _ bytes: UnsafeBufferPointer<UInt8>, into row: UnsafeMutableBufferPointer<Float>
  ) {
    center.withUnsafeBufferPointer { center in
      factor.withUnsafeBufferPointer { factor in
        for feature in 0..<row.count {
          row[feature] = Float((Double(bytes[feature]) - center[feature]) * factor[feature])
        }
      }
    }
  }
}

extension Features: Equatable {
  /// Whether both have the same values, however they are kept. O(count · width).
  public static func == (a: Features, b: Features) -> Bool {
    if a.storage == b.storage { return a.width == b.width }
    return a.width == b.width && a.count == b.count && a.values == b.values
  }
}
