public import Catalogue

/// What stands between two values of a row.
public enum Separator: Sendable, Equatable {
  /// One byte of ASCII; blanks beside it do not count.
  case byte(UInt8)
  /// Any number of blanks and tabs, also at a row's ends.
  case blanks

  /// The separator that the key `separator` names, or nil for `auto`.
  /// - Throws: `DataError` (E0623) for a text that is not one usable character.
  public init?(_ argument: Argument?) throws {
    switch argument {
    case .name("comma"): self = .byte(Byte.comma)
    case .name("tab"): self = .byte(Byte.tab)
    case .name("semicolon"): self = .byte(Byte.semicolon)
    case .name("space"), .text(" "): self = .blanks
    case .text(let text):
      guard let byte = text.utf8.first, text.utf8.count == 1, Self.usable(byte) else {
        throw DataError(
          DatasetErrorCodes.badRequest, "`\(text)` cannot separate values",
          hint: "give one character such as `,` or `|`, or one of comma, tab, semicolon, space",
          at: .key("separator"))
      }
      self = .byte(byte)
    default: return nil
    }
  }

  /// The separator a row seems to use, outside quotes: a tab, else a semicolon, else a comma,
  /// else blanks.
  static func guess(fromRow row: some Sequence<UInt8>) -> Separator {
    var quoted = false
    var seen: Set<UInt8> = []
    for byte in row {
      if byte == Byte.quote { quoted.toggle() }
      if !quoted { seen.insert(byte) }
    }
    for candidate in [Byte.tab, Byte.semicolon, Byte.comma] where seen.contains(candidate) {
      return .byte(candidate)
    }
    return .blanks
  }

  /// Whether a byte may separate: printable or a tab, and nothing that a number or a quote needs.
  private static func usable(_ byte: UInt8) -> Bool {
    if byte == Byte.tab { return true }
    let taken = Array("+-.\"".utf8)
    let letterOrDigit =
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    return (33...126).contains(byte) && !letterOrDigit && !taken.contains(byte)
  }
}
