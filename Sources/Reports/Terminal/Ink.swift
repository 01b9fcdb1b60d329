internal import Catalogue

/// Colours and weights by ANSI codes, or nothing where a terminal has none.
struct Ink {
  /// Whether codes are written.
  let color: Bool

  /// Bold print.
  func strong(_ text: String) -> String { coded("1", text) }

  /// Print that stands back: axes, captions, remarks.
  func faint(_ text: String) -> String { coded("2", text) }

  /// The colour of the n-th series.
  func series(_ index: Int, _ text: String) -> String {
    coded("38;5;\(SeriesLook.terminal[SeriesLook(index).color])", text)
  }

  /// The columns that a text takes whose codes are this ink's.
  static func columns(of text: String) -> Int {
    var columns = 0
    var isCode = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isCode = true }
      if !isCode { columns += DisplayWidth.of(scalar) }
      if scalar == "m" { isCode = false }
    }
    return columns
  }

  private func coded(_ code: String, _ text: String) -> String {
    color && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
