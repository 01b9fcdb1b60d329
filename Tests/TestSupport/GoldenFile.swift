package import FoundationEssentials

/// A recorded text that a test compares with. `SPARSESH_RECORD=1 swift test` records anew.
package struct GoldenFile {
  /// Where the recorded text lies.
  package let url: URL

  /// The golden file at `path`, relative to the folder `Golden` beside the test's source file.
  package init(_ path: String, besideSource source: String = #filePath) {
    url = URL(filePath: source).deletingLastPathComponent()
      .appending(path: "Golden").appending(path: path)
  }

  /// The golden file at a place of its own.
  package init(url: URL) { self.url = url }

  /// Whether this run records instead of comparing.
  package static var isRecording: Bool {
    ProcessInfo.processInfo.environment["SPARSESH_RECORD"] == "1"
  }

  /// nil if `text` equals what is recorded (or has just been recorded); else what differs, and
  /// the command that records anew.
  package func difference(from text: String) -> String? {
    if Self.isRecording {
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url, options: .atomic)
        return nil
      } catch {
        return "cannot record \(url.path): \(error)"
      }
    }
    guard let data = try? Data(contentsOf: url) else {
      return "nothing recorded at \(url.path); run SPARSESH_RECORD=1 swift test"
    }
    let recorded = String(decoding: data, as: UTF8.self)
    guard recorded != text else { return nil }
    return Self.explain(recorded, text, url.lastPathComponent)
  }

  private static func explain(_ recorded: String, _ text: String, _ name: String) -> String {
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    let before = old.indices.contains(line) ? String(old[line]) : "(end)"
    let after = new.indices.contains(line) ? String(new[line]) : "(end)"
    return """
      \(name) differs first at line \(line + 1):
        recorded: \(before)
        now:      \(after)
      all of it now:
      \(text)
      if this is what a user should see: SPARSESH_RECORD=1 swift test
      """
  }
}
