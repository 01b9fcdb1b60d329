internal import Catalogue

/// Diagnostics as text for people:
///
///     error[E0204]: `codacorest` is not a policy
///       --> madelon.sparse:4:35
///        |
///      4 | first = train net data=mad policy=codacorest epochs=100
///        |                                   ^^^^^^^^^^ not a policy
///        = hint: did you mean `codacorset`?
package struct DiagnosticRenderer: Sendable {
  /// Whether to colour the text with ANSI escapes.
  package let isColoured: Bool
  /// The most columns of a source line to show; longer lines are clipped around the place.
  package let width: Int

  /// A renderer of plain or coloured text.
  package init(isColoured: Bool = false, width: Int = 100) {
    self.isColoured = isColoured
    self.width = max(20, width)
  }

  /// The diagnostic as lines of text, with a newline after each.
  package func text(_ diagnostic: Diagnostic) -> String {
    let numbers = diagnostic.labels.flatMap { [$0.span.start.line, $0.span.end.line] }
    let gutter = String(numbers.max() ?? 1).count
    let bar = String(repeating: " ", count: gutter + 2) + paint("|", .place)
    let tone: Tone = diagnostic.severity == .error ? .error : .warning
    var lines = [
      paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", tone)
        + paint(": \(Self.oneLine(diagnostic.message))", .strong)
    ]
    var last: Diagnostic.Label?
    // A file that could not be read has no line to show; the message names it.
    for label in ordered(diagnostic.labels) where !label.span.source.bytes.isEmpty {
      if last?.span.source !== label.span.source {
        let arrow = last == nil ? "-->" : ":::"
        lines.append(
          String(repeating: " ", count: gutter + 1) + paint(arrow, .place) + " "
            + place(label, diagnostic))
        lines.append(bar)
      } else if let last, label.span.start.line > last.span.end.line + 1 {
        lines.append(String(repeating: " ", count: gutter + 1) + paint("...", .place))
      }
      let repeats =
        last.map {
          $0.span.source === label.span.source && $0.span.start.line == label.span.start.line
            && $0.span.end.line == label.span.start.line
        } ?? false
      lines += excerpt(label, gutter, bar, tone, repeatsLine: repeats)
      last = label
    }
    if let hint = diagnostic.hint {
      lines.append(
        String(repeating: " ", count: gutter + 2) + paint("=", .place) + " "
          + paint("hint", .strong)
          + ": " + Self.oneLine(hint))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The labels of the mistake's source in the order of their lines, then those of other sources.
  private func ordered(_ labels: [Diagnostic.Label]) -> [Diagnostic.Label] {
    let main = labels[0].span.source
    let here = labels.filter { $0.span.source === main }
    let sorted = here.enumerated().sorted {
      ($0.element.span.start.line, $0.offset) < ($1.element.span.start.line, $1.offset)
    }
    return sorted.map(\.element) + labels.filter { $0.span.source !== main }
  }

  /// File, line and column of the mistake, or of the label where another source is shown.
  private func place(_ label: Diagnostic.Label, _ diagnostic: Diagnostic) -> String {
    let isMain = label.span.source === diagnostic.span.source
    let start = (isMain ? diagnostic.span : label.span).start
    return "\(label.span.source.name):\(start.line):\(start.column)"
  }

  /// The lines of one label: the first, and the last if it spans several, each underlined.
  private func excerpt(
    _ label: Diagnostic.Label, _ gutter: Int, _ bar: String, _ tone: Tone, repeatsLine: Bool
  ) -> [String] {
    let source = label.span.source
    let (first, last) = (label.span.start.line, lastLine(of: label.span))
    var lines: [String] = []
    for number in first == last ? [first] : [first, last] {
      if number == last, last > first + 1 {
        lines.append(String(repeating: " ", count: gutter + 1) + paint("...", .place))
      }
      let line = SourceLine(source, number: number)
      let (text, columns) = line.shown(part(of: label.span, on: number), width: width)
      if !repeatsLine || number != first {
        let digits = String(number)
        let padding = String(repeating: " ", count: gutter - digits.count + 1)
        lines.append(
          padding + paint(digits, .place) + " " + paint("|", .place)
            + (text.isEmpty ? "" : " " + text))
      }
      let mark = String(repeating: label.isPrimary ? "^" : "-", count: columns.count)
      let remark = number == last && !label.text.isEmpty ? " " + Self.oneLine(label.text) : ""
      lines.append(
        bar + String(repeating: " ", count: columns.lowerBound + 1)
          + paint(mark + remark, label.isPrimary ? tone : .place))
    }
    return lines
  }

  /// The last line on which something of the span stands.
  private func lastLine(of span: Span) -> Int {
    let end = span.end
    return end.column == 1 && end.line > span.start.line ? end.line - 1 : end.line
  }

  /// What a span covers of a line, without the white space before it.
  private func part(of span: Span, on line: Int) -> Range<Int> {
    let range = span.source.range(ofLine: line)
    var start = max(span.range.lowerBound, range.lowerBound)
    let end = max(start, min(span.range.upperBound, range.upperBound))
    if line > span.start.line {
      while start < end, [Byte.space, Byte.tab].contains(span.source.bytes[start]) { start += 1 }
    }
    return start..<end
  }

  /// Messages may quote a program; a newline in them would break the layout.
  private static func oneLine(_ text: String) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  // MARK: Colours

  private enum Tone: String {
    case error = "\u{1B}[1;31m"
    case warning = "\u{1B}[1;33m"
    case place = "\u{1B}[1;34m"
    case strong = "\u{1B}[1m"
  }

  private func paint(_ text: String, _ tone: Tone) -> String {
    isColoured ? tone.rawValue + text + "\u{1B}[0m" : text
  }
}
