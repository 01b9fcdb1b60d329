internal import Catalogue

/// The list shown below the line when a word can be completed in several ways.
///
/// A few candidates stand one on a line with what they are; many stand in columns; what does not
/// fit the screen is counted, never asked about.
package struct CandidateList {
  /// What to list, in order.
  let candidates: [PromptCandidate]
  /// Whether what a candidate is may be dimmed by an escape sequence.
  let color: Bool

  /// A list of candidates.
  package init(candidates: [PromptCandidate], color: Bool) {
    self.candidates = candidates
    self.color = color
  }

  /// The lines for a screen of this size, each ended by a newline.
  package func text(columns: Int, rows: Int) -> String {
    // The input line and one line above the list stay in sight.
    let room = max(1, rows - 2)
    let described = candidates.contains { !$0.detail.isEmpty }
    let lines =
      described && candidates.count <= room
      ? describedLines(columns: columns) : columnLines(columns: columns, room: room)
    return lines.map { $0 + "\n" }.joined()
  }

  private func describedLines(columns: Int) -> [String] {
    let width = candidates.map { DisplayWidth.of($0.label) }.max() ?? 0
    return candidates.map { candidate in
      let name = DisplayWidth.fitting("  " + candidate.label, columns: columns - 1)
      // Two columns before the name, two after it, and none in the last column.
      let room = columns - 1 - (width + 4)
      guard !candidate.detail.isEmpty, room > 8 else { return name }
      let oneLine = String(candidate.detail.map { $0.isNewline ? " " : $0 })
      let detail = DisplayWidth.fitting(oneLine, columns: room)
      return DisplayWidth.padded(name, columns: width + 4)
        + (color ? "\u{1B}[2m\(detail)\u{1B}[0m" : detail)
    }
  }

  private func columnLines(columns: Int, room: Int) -> [String] {
    let width = (candidates.map { DisplayWidth.of($0.label) }.max() ?? 0) + 2
    let across = max(1, (columns - 1) / width)
    var down = (candidates.count + across - 1) / across
    var shown = candidates[...]
    if down > room {
      down = max(1, room - 1)
      shown = candidates.prefix(down * across)
    }
    var lines = (0..<down).map { row in
      stride(from: row, to: shown.count, by: down).map { index in
        DisplayWidth.padded("  " + shown[index].label, columns: width)
      }.joined()
    }
    lines = lines.map { DisplayWidth.fitting($0, columns: columns - 1) }
    let rest = candidates.count - shown.count
    if rest > 0 { lines.append("  … and \(rest) more") }
    return lines
  }
}
