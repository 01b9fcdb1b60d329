/// Gathers the bytes that a command prints into pieces of text to be shown: whole lines, and what is
/// no whole line when there is much of it or no more has come for a while. No character is cut in two.
struct PrintedText {
  /// How long the begin of a line waits for its end.
  static let patience = Duration.milliseconds(50)
  /// The most bytes that wait for the end of their line.
  static let mostWaiting = 1 << 16

  private var waiting: [UInt8] = []
  /// Since when something waits.
  private var since = ContinuousClock.now
  private var endsLine = true

  /// Nothing was printed yet.
  init() {}

  /// Takes what was printed next. Returns what is to be shown by now. No byte is looked at
  /// more than a few times, however long the lines are.
  mutating func take(_ bytes: [UInt8], at now: ContinuousClock.Instant) -> String? {
    if waiting.isEmpty { since = now }
    // What waits has no newline, so that only what is new is searched for one.
    if let newline = bytes.lastIndex(of: UInt8(ascii: "\n")) {
      let lines = waiting + bytes[...newline]
      waiting = Array(bytes[(newline + 1)...])
      since = now
      return shown(lines)
    }
    waiting += bytes
    return waiting.count >= Self.mostWaiting ? takeCharacters(at: now) : due(at: now)
  }

  /// What has waited long enough to be shown without the end of its line.
  mutating func due(at now: ContinuousClock.Instant) -> String? {
    guard !waiting.isEmpty, now - since >= Self.patience else { return nil }
    return takeCharacters(at: now)
  }

  /// All that is left, now that no more comes. A last line without its end gets one: what is shown next
  /// is not to stand behind it.
  mutating func end() -> String? {
    let rest = waiting
    waiting = []
    let text = shown(rest) ?? ""
    return endsLine ? text.isEmpty ? nil : text : text + "\n"
  }

  private mutating func takeCharacters(at now: ContinuousClock.Instant) -> String? {
    since = now
    let count = waiting.count - Self.unfinished(waiting)
    let text = shown(Array(waiting[..<count]))
    waiting.removeFirst(count)
    return text
  }

  private mutating func shown(_ bytes: [UInt8]) -> String? {
    guard let last = bytes.last else { return nil }
    endsLine = last == UInt8(ascii: "\n")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many bytes at the end are the begin of a character of which more is to come: at most 3.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for (index, byte) in bytes.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > index + 1 ? index + 1 : 0
    }
    return 0
  }
}
