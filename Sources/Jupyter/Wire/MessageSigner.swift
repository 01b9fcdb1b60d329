internal import Catalogue
internal import Crypto

/// Signs messages with HMAC-SHA256 over header, parent header, metadata and content, in hexadecimal
/// digits. Without a key, which the protocol allows, signatures are empty and nothing is checked.
struct MessageSigner: Sendable {
  private let key: SymmetricKey?

  /// A signer with a key; an empty one is none.
  init(key: String) {
    self.key = key.isEmpty ? nil : SymmetricKey(data: Array(key.utf8))
  }

  /// Whether messages are signed at all.
  var signs: Bool { key != nil }

  /// The signature of four parts.
  func signature(of parts: some Collection<[UInt8]>) -> [UInt8] {
    guard let key else { return [] }
    let code = HMAC<SHA256>.authenticationCode(for: Self.whole(parts), using: key)
    return Array(HexText.of(code).utf8)
  }

  /// Whether a signature is right, in a time that does not depend on where it is wrong.
  func isValid(_ signature: [UInt8], of parts: some Collection<[UInt8]>) -> Bool {
    guard let key else { return true }
    guard let code = Self.bytes(signature) else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(
      code, authenticating: Self.whole(parts), using: key)
  }

  /// The parts one after the other, copied a part at a time: `joined()` goes byte by byte.
  private static func whole(_ parts: some Collection<[UInt8]>) -> [UInt8] {
    var whole: [UInt8] = []
    whole.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { whole += part }
    return whole
  }

  /// The bytes that 64 hexadecimal digits stand for.
  private static func bytes(_ digits: [UInt8]) -> [UInt8]? {
    guard digits.count == 2 * SHA256.byteCount else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
