/// Writes messages of Google's Protocol Buffers: fields of a number and a type, one after the other.
struct ProtocolBuffer {
  /// How a field's bytes are laid out.
  private enum WireType: UInt64 {
    case varint = 0
    case delimited = 2
    case fixed32 = 5
  }

  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// An empty message, with room for so many bytes.
  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Writes a whole number that is not negative.
  mutating func add(_ field: Int, _ value: Int) {
    begin(field, .varint)
    bytes += Self.varint(UInt64(value))
  }

  /// Writes a 32-bit float.
  mutating func add(_ field: Int, _ value: Float) {
    begin(field, .fixed32)
    bytes += Self.littleEndian(value)
  }

  /// Writes a text.
  mutating func add(_ field: Int, _ text: String) {
    begin(field, .delimited)
    bytes += Self.varint(UInt64(text.utf8.count))
    bytes += text.utf8
  }

  /// Writes `count` floats as bytes, row by row as `row` gives them.
  mutating func add(_ field: Int, floats count: Int, rows: Int, _ row: (Int) -> [Float]) {
    begin(field, .delimited)
    bytes += Self.varint(UInt64(4 * count))
    let start = bytes.count
    for index in 0..<rows {
      row(index).map(\.bitPattern.littleEndian).withUnsafeBytes { bytes += $0 }
    }
    precondition(bytes.count - start == 4 * count)
  }

  /// Writes a message that is there already.
  mutating func add(_ field: Int, _ message: ProtocolBuffer) {
    begin(field, .delimited)
    bytes += Self.varint(UInt64(message.bytes.count))
    bytes += message.bytes
  }

  /// Writes a message that `body` fills. Its bytes move once, to make room for their number.
  mutating func add(_ field: Int, message body: (inout ProtocolBuffer) -> Void) {
    begin(field, .delimited)
    let start = bytes.count
    body(&self)
    bytes.insert(contentsOf: Self.varint(UInt64(bytes.count - start)), at: start)
  }

  private mutating func begin(_ field: Int, _ type: WireType) {
    bytes += Self.varint(UInt64(field) << 3 | type.rawValue)
  }

  /// Seven bits a byte, the lowest first; the top bit says that more follow.
  private static func varint(_ value: UInt64) -> [UInt8] {
    var (rest, bytes) = (value, [UInt8]())
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }

  private static func littleEndian(_ value: Float) -> [UInt8] {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) }
  }
}
