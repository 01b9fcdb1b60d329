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

  private func coded(_ code: String, _ text: String) -> String {
    color && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
