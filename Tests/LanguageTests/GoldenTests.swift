import Foundation
import Language
import Testing

/// Programs with what becomes of them: every diagnostic if they are rejected, else everything they print and how they
/// end. `SPARSESH_RECORD=1 swift test --filter GoldenTests` records anew.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".sparse") }.map { String($0.dropLast(7)) }.sorted()
  }()

  @Test func thereAreManyBadPrograms() {
    #expect(Self.names.count { $0.hasPrefix("bad-") } >= 40)
  }

  @Test(arguments: names) func program(name: String) throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: name + ".sparse"), encoding: .utf8)
    let outcome = Self.outcome(of: text, name: name + ".sparse")
    let file = Self.folder.appending(path: name + ".expected")
    if ProcessInfo.processInfo.environment["SPARSESH_RECORD"] == "1" {
      try outcome.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(outcome == expected)
    if name.hasPrefix("bad-") { #expect(outcome.hasPrefix("error[")) }
  }

  static func outcome(of text: String, name: String) -> String {
    let session = ToySession()
    session.host.files = [
      "loop.sparse": "include \"second.sparse\"\n", "second.sparse": "include \"loop.sparse\"\n",
    ]
    let renderer = DiagnosticRenderer()
    let checked = session.interpreter.check(Source(name: name, text: text), mode: .file)
    guard checked.isSound else {
      return checked.diagnostics.map { renderer.text($0) }.joined(separator: "\n")
    }
    let outcome = session.interpreter.run(checked)
    var lines = session.host.output + session.host.warnings.map { "warning: " + $0 }
    if case .failed(let diagnostic) = outcome { lines.append(renderer.text(diagnostic)) }
    return lines.joined(separator: "\n") + "\n"
  }
}
