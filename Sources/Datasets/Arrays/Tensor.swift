/// An array as files hold it: element type, shape, and little-endian bytes in row-major order.
package struct Tensor: Equatable {
  /// The element types that saved networks use.
  package enum Element: CaseIterable {
    case float32
    case float64
    case int32
    case int64

    /// Bytes of an element.
    package var size: Int {
      switch self {
      case .float32, .int32: 4
      case .float64, .int64: 8
      }
    }

    /// The name in a safetensors header.
    package var safetensorsName: String {
      switch self {
      case .float32: "F32"
      case .float64: "F64"
      case .int32: "I32"
      case .int64: "I64"
      }
    }

    /// The name in a .npy header.
    var numpyName: String {
      switch self {
      case .float32: "<f4"
      case .float64: "<f8"
      case .int32: "<i4"
      case .int64: "<i8"
      }
    }
  }

  /// The element type.
  package let element: Element
  /// The lengths of the axes, outermost first.
  package let shape: [Int]
  /// The elements, little-endian.
  package let bytes: [UInt8]

  /// A tensor from a file, if the bytes are as many as type and shape need.
  package init?(element: Element, shape: [Int], bytes: [UInt8]) {
    guard Tensor.byteCount(element, shape) == bytes.count else { return nil }
    self.element = element
    self.shape = shape
    self.bytes = bytes
  }

  /// Floats in a shape, by default a vector.
  package init(_ values: [Float], shape: [Int]? = nil) {
    self.init(.float32, values.map(\.bitPattern), shape: shape)
  }

  /// Doubles in a shape, by default a vector.
  package init(_ values: [Double], shape: [Int]? = nil) {
    self.init(.float64, values.map(\.bitPattern), shape: shape)
  }

  /// 32-bit whole numbers.
  package init(_ values: [Int32]) { self.init(.int32, values) }

  /// 64-bit whole numbers in a shape, by default a vector.
  package init(_ values: [Int64], shape: [Int]? = nil) { self.init(.int64, values, shape: shape) }

  private init(_ element: Element, _ values: [some FixedWidthInteger], shape: [Int]? = nil) {
    self.element = element
    self.shape = shape ?? [values.count]
    bytes = values.map(\.littleEndian).withUnsafeBytes { Array($0) }
    precondition(Tensor.byteCount(element, self.shape) == bytes.count)
  }

  /// The bytes that a type and a shape need; nil where a length is negative or the product too large.
  package static func byteCount(_ element: Element, _ shape: [Int]) -> Int? {
    var count = element.size
    for length in shape {
      let product = count.multipliedReportingOverflow(by: length)
      guard length >= 0, !product.overflow else { return nil }
      count = product.partialValue
    }
    return count
  }

  /// The elements as floats, or nil if they are of another type.
  package var floats: [Float]? {
    guard element == .float32 else { return nil }
    return words(UInt32.self).map { Float(bitPattern: $0) }
  }

  /// The elements as doubles, or nil if they are of another type.
  package var doubles: [Double]? {
    guard element == .float64 else { return nil }
    return words(UInt64.self).map { Double(bitPattern: $0) }
  }

  /// The elements as 32-bit whole numbers, or nil if they are of another type.
  package var int32s: [Int32]? { element == .int32 ? words(Int32.self) : nil }

  /// The elements as 64-bit whole numbers, or nil if they are of another type.
  package var int64s: [Int64]? { element == .int64 ? words(Int64.self) : nil }

  private func words<Word: FixedWidthInteger>(_ type: Word.Type) -> [Word] {
    let size = MemoryLayout<Word>.size
    return bytes.withUnsafeBytes { raw in
      (0..<raw.count / size).map {
        Word(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * size, as: Word.self))
      }
    }
  }
}
