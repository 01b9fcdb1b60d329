internal import Catalogue

/// Text as a terminal shows it: how many columns it takes, wrapped, padded, and without the control
/// characters by which a name from a data file could move the cursor or set colours.
enum DisplayText {
  /// The text on one line: line breaks and tabs become blanks, other control characters `�`.
  static func line(_ text: String) -> String {
    replacingControls(text, keepingLines: false)
  }

  /// The text with its line breaks, every other control character replaced.
  static func lines(_ text: String) -> [String] {
    replacingControls(text, keepingLines: true)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func replacingControls(_ text: String, keepingLines: Bool) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where keepingLines: result.append("\n")
      case "\r" where keepingLines: break
      case "\t" where keepingLines: result.append(contentsOf: "  ".unicodeScalars)
      case "\n", "\t", "\r": result.append(" ")
      default: result.append(isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  /// C0 and C1 controls, line separators, and the marks that reverse the direction of text.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The text padded with blanks to `width` columns, on the side away from `alignment`.
  static func padded(_ text: String, to width: Int, _ alignment: Table.Column.Alignment) -> String {
    let blanks = String(repeating: " ", count: max(width - DisplayWidth.of(text), 0))
    return alignment == .leading ? text + blanks : blanks + text
  }

  /// The text broken at blanks into lines of at most `width` columns; a longer word stands alone.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in line(text).split(separator: " ") {
      let joined = current.isEmpty ? String(word) : current + " " + word
      if DisplayWidth.of(joined) > width, !current.isEmpty {
        lines.append(current)
        current = String(word)
      } else {
        current = joined
      }
    }
    return current.isEmpty ? lines : lines + [current]
  }

  /// The text broken into lines of at most `width` columns, at blanks where there are any and else
  /// anywhere; at most `most` lines, the last of which is clipped.
  static func broken(_ text: String, to width: Int, most: Int = 4) -> [String] {
    guard DisplayWidth.of(text) > width else { return [text] }
    var lines = wrapped(text, to: width).flatMap { cut($0, to: width) }
    if lines.count > most {
      lines[most - 1] = DisplayWidth.fitting(lines[most - 1] + lines[most], columns: width)
      lines.removeSubrange(most...)
    }
    return lines
  }

  /// A word in pieces of at most `width` columns.
  private static func cut(_ word: String, to width: Int) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if !piece.isEmpty, DisplayWidth.of(piece) + DisplayWidth.of(String(character)) > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }
}
