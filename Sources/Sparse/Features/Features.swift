/// The features of samples, row by row: as floats or, where all are whole numbers 0…255, as bytes
/// that are scaled whenever they are read. A byte takes a quarter of the memory, and the float it
/// becomes is to the bit the one that scaling beforehand would have stored.
public struct Features: Sendable {
  /// The number of features of a sample, at least 1.
  public let width: Int
  /// How they are kept.
  var storage: Storage

  enum Storage: Sendable, Equatable {
    case floats([Float])
    case bytes([UInt8], ByteScale)
  }

  /// Features kept as floats.
  /// - Precondition: `width` ≥ 1, and `values` is a whole number of rows.
  public init(_ values: [Float], width: Int) {
    precondition(width >= 1 && values.count % width == 0, "features are count × width")
    self.width = width
    storage = .floats(values)
  }

  /// Features 0…255, kept as bytes.
  /// - Precondition: `width` ≥ 1, and `bytes` is a whole number of rows.
  public init(bytes: [UInt8], width: Int) {
    precondition(width >= 1 && bytes.count % width == 0, "features are count × width")
    self.width = width
    storage = .bytes(bytes, .identity(width: width))
  }

  /// Features kept as bytes if every value is a whole number 0…255, else as floats. O(values), and
  /// no further than the first that is none.
  /// - Precondition: `width` ≥ 1, and `values` is a whole number of rows.
  public init(compacting values: [Float], width: Int) {
    if let bytes = Self.bytes(of: values) {
      self.init(bytes: bytes, width: width)
    } else {
      self.init(values, width: width)
    }
  }

  private static func bytes(of values: [Float]) -> [UInt8]? {
    // −0 is no byte either: what comes back must have the same bits.
    func isByte(_ value: Float) -> Bool {
      value >= 0 && value <= 255 && Float(UInt8(value)).bitPattern == value.bitPattern
    }
    guard values.allSatisfy(isByte) else { return nil }
    return values.map { UInt8($0) }
  }

  /// The number of samples.
  public var count: Int {
    switch storage {
    case .floats(let values): values.count / width
    case .bytes(let bytes, _): bytes.count / width
    }
  }

  /// Whether they are kept as bytes.
  public var areBytes: Bool { if case .bytes = storage { true } else { false } }

  /// The memory they take, in bytes: 4 a feature and sample, or 1 and 16 a feature.
  public var memory: Int {
    switch storage {
    case .floats(let values): 4 * values.count
    case .bytes(let bytes, _): bytes.count + 16 * width
    }
  }

  /// Reads these bytes through a scale: x ↦ (x − center) · factor, in double precision, rounded
  /// once. O(width).
  ///
  /// Nil for what is kept as floats or already scaled, and where a scaled value would be no finite
  /// float: such features are to be scaled as floats.
  /// - Precondition: one center and one factor a feature.
  public func scalingBytes(center: [Double], factor: [Double]) -> Features? {
    precondition(center.count == width && factor.count == width)
    guard case .bytes(let bytes, let old) = storage, old == .identity(width: width) else {
      return nil
    }
    let scale = ByteScale(center: center, factor: factor)
    guard scale.isFinite else { return nil }
    var scaled = self
    scaled.storage = .bytes(bytes, scale)
    return scaled
  }

  /// Sets a feature of every sample to 0. O(samples), for bytes O(1).
  /// - Precondition: 0 ≤ `feature` < `width`.
  public mutating func clear(_ feature: Int) {
    precondition(feature >= 0 && feature < width)
    switch storage {
    case .floats(var values):
      storage = .floats([])
      for index in stride(from: feature, to: values.count, by: width) { values[index] = 0 }
      storage = .floats(values)
    case .bytes(let bytes, var scale):
      // No center either: a byte below it would become −0.
      scale.center[feature] = 0
      scale.factor[feature] = 0
      storage = .bytes(bytes, scale)
    }
  }

  /// The samples at these positions, in this order, kept as they are here. O(positions · width).
  public func selecting(_ positions: [Int]) -> Features {
    var chosen = self
    switch storage {
    case .floats(let values): chosen.storage = .floats(rows(positions, of: values))
    case .bytes(let bytes, let scale): chosen.storage = .bytes(rows(positions, of: bytes), scale)
    }
    return chosen
  }

  /// These samples and then others; kept as bytes where both are, read alike.
  /// O(numbers).
  /// - Precondition: both have the same width.
  public func followed(by others: Features) -> Features {
    precondition(width == others.width)
    var both = self
    switch (storage, others.storage) {
    case (.bytes(let bytes, let scale), .bytes(let more, let other)) where scale == other:
      both.storage = .bytes(bytes + more, scale)
    default: both.storage = .floats(values + others.values)
    }
    return both
  }

  private func rows<Element>(_ positions: [Int], of elements: [Element]) -> [Element] {
    var chosen: [Element] = []
    chosen.reserveCapacity(positions.count * width)
    for position in positions {
      chosen.append(contentsOf: elements[position * width..<(position + 1) * width])
    }
    return chosen
  }
}
