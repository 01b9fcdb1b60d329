import Testing

@testable import Jupyter

struct MessageSignerTests {
  private let parts = ["{\"msg_id\":\"1\"}", "{}", "{}", "{\"code\":\"1\"}"].map { Array($0.utf8) }
  private let signer = MessageSigner(key: "a0436f6c-1916-498b-8eb9-e81ab9368e84")

  /// Python: `hmac.new(key, b"".join(parts), "sha256").hexdigest()`.
  private let right = Array(
    "1250107cff6f1bdb5b6ddeba9540671bea80b06273bd38a1201cc930c9364af6".utf8)

  @Test func `the signature is that of other programs`() {
    #expect(signer.signature(of: parts) == right)
    #expect(signer.isValid(right, of: parts))
  }

  @Test func `a signature that differs anywhere is wrong`() {
    for index in right.indices {
      var wrong = right
      wrong[index] = wrong[index] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      #expect(!signer.isValid(wrong, of: parts), "digit \(index)")
    }
    #expect(!signer.isValid([], of: parts))
    #expect(!signer.isValid(Array(right.dropLast(2)), of: parts))
    #expect(!signer.isValid(right + [UInt8(ascii: "0")], of: parts))
    #expect(!signer.isValid(Array(repeating: UInt8(ascii: "g"), count: 64), of: parts))
  }

  @Test func `another key or other parts need another signature`() {
    #expect(!MessageSigner(key: "another").isValid(right, of: parts))
    for index in parts.indices {
      var others = parts
      others[index].append(UInt8(ascii: " "))
      #expect(!signer.isValid(right, of: others))
    }
  }

  @Test func `without a key signatures are empty and nothing is checked`() {
    let open = MessageSigner(key: "")
    #expect(!open.signs)
    #expect(open.signature(of: parts) == [])
    #expect(open.isValid(right, of: parts))
  }
}
