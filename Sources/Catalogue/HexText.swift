/// Bytes as hexadecimal digits.
public enum HexText {
  /// Two lower-case digits a byte: `0aff`. O(bytes).
  public static func of(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
