internal import CReadline
internal import Glibc

/// Inputs edited on a terminal with GNU readline, under the user's own inputrc (which can address
/// `sparsesh` by `$if sparsesh`).
///
/// Return submits an input that the session calls complete and otherwise begins an indented line,
/// so an input of several lines is edited and recalled as one. Tab completes what the session
/// offers. There is one terminal and one readline: use one editor at a time, on one thread.
package final class LineEditor: InputReader {
  private let session: any PromptSession
  private let color: Bool
  /// What the last completion offered, for the list that readline asks for afterwards.
  private var offered: [String: PromptCandidate] = [:]

  /// An editor for the inputs of a session. Takes over standard input and output.
  package init(session: any PromptSession, color: Bool) {
    self.session = session
    self.color = color
    creadline_prepare("sparsesh")
  }

  /// Edits one input.
  package func read(_ prompt: PromptText) -> Reading {
    var handlers = creadline_handlers(
      context: Unmanaged.passUnretained(self).toOpaque(),
      pressed_return: { LineEditor.in($0)?.insertion(afterReturnIn: $1) },
      complete: { LineEditor.in($0)?.complete($1, at: $2, into: $3) ?? 0 },
      list: { LineEditor.in($0)?.list($1, count: $2, columns: $3, rows: $4) })
    // Readline must not count escape sequences as columns: it skips what is between \1 and \2.
    let colored = color && creadline_is_capable() != 0
    let first = colored ? "\u{1}\u{1B}[32m\u{2}\(prompt.first)\u{1}\u{1B}[0m\u{2}" : prompt.first
    var text: UnsafeMutablePointer<CChar>?
    var signal: Int32 = 0
    let ending = creadline_read(first, prompt.continuation, &handlers, &text, &signal)
    defer { free(text) }
    switch ending {
    case CREADLINE_SUBMITTED: return .input(text.map { String(cString: $0) } ?? "")
    case CREADLINE_INTERRUPTED: return .interrupted
    case CREADLINE_TERMINATED: return .terminated(signal: signal)
    default: return .end
    }
  }

  /// Makes these entries the ones that Up recalls.
  package func recall(_ entries: [String]) {
    creadline_forget()
    for entry in entries { creadline_remember(entry) }
  }

  private static func `in`(_ context: UnsafeMutableRawPointer?) -> LineEditor? {
    context.map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Null if Return submits the text, otherwise what it inserts.
  private func insertion(afterReturnIn text: UnsafePointer<CChar>?) -> UnsafeMutablePointer<CChar>?
  {
    guard let text else { return nil }
    guard case .incomplete(let indent) = session.completeness(of: String(cString: text)) else {
      return nil
    }
    return strdup("\n" + indent)
  }

  /// Fills in what could stand before the cursor, and returns 1, or returns 0 if nothing could.
  private func complete(
    _ bytes: UnsafePointer<CChar>?, at cursor: Int,
    into answer: UnsafeMutablePointer<creadline_completion>?
  ) -> Int32 {
    // Offsets have no meaning in a text that is not valid UTF-8.
    guard let bytes, let answer, let text = String(validatingCString: bytes),
      let (start, candidates) = completion(of: text, at: cursor), !candidates.isEmpty,
      let list = calloc(candidates.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
    else { return 0 }
    let texts = list.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    for (index, candidate) in candidates.enumerated() { texts[index] = strdup(candidate.text) }
    let ends = candidates.count == 1 && candidates[0].endsWord
    answer.pointee = creadline_completion(
      start: start, candidates: texts, suffix: ends ? CChar(UInt8(ascii: " ")) : 0)
    return 1
  }

  /// The start in bytes of the word at the cursor (bytes too), and what it could be.
  private func completion(of text: String, at cursor: Int) -> (Int, [PromptCandidate])? {
    let scalars = text.unicodeScalars
    guard let end = text.utf8.index(text.startIndex, offsetBy: cursor, limitedBy: text.endIndex)
    else { return nil }
    let offset = scalars.distance(from: text.startIndex, to: end)
    let completion = session.complete(text, at: offset)
    guard (0...offset).contains(completion.start) else { return nil }
    let start = scalars.index(text.startIndex, offsetBy: completion.start)
    var candidates = completion.candidates
    if completion.isFile {
      let isClosed = end < text.endIndex && scalars[end] == "\""
      candidates += FileCompletion.candidates(for: String(scalars[start..<end]), isClosed: isClosed)
    }
    offered = [:]
    candidates = candidates.filter { offered.updateValue($0, forKey: $0.text) == nil }
    return (text.utf8.distance(from: text.startIndex, to: start), candidates)
  }

  private func list(
    _ candidates: UnsafePointer<UnsafePointer<CChar>?>?, count: Int, columns: Int32, rows: Int32
  ) -> UnsafeMutablePointer<CChar>? {
    let shown = UnsafeBufferPointer(start: candidates, count: candidates == nil ? 0 : count)
      .compactMap { $0.map { String(cString: $0) } }
      .map { offered[$0] ?? PromptCandidate($0) }
    let list = CandidateList(candidates: shown, color: color)
    return strdup(list.text(columns: max(1, Int(columns)), rows: max(1, Int(rows))))
  }
}
