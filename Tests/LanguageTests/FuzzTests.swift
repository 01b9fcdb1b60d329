import Catalogue
import Foundation
import Language
import TestSupport
import Testing

/// Random and mutilated programs. Lexer, parser, checker, completion and renderer have an answer for each.
/// `SPARSESH_FUZZ_SECONDS=600 swift test --filter FuzzTests` runs for ten minutes; without it, a second.
@Suite struct FuzzTests {
  private static let seeds: [String] = GoldenTests.names.compactMap { name in
    try? String(
      contentsOf: GoldenTests.folder.appending(path: name + ".sparse"), encoding: .utf8)
  }

  private static let pieces: [String] =
    TokenKind.allCases.filter(\.isFixed).map(\.rawValue)
    + Toy.vocabulary.verbs.map { $0.about.name + " " }
    + [
      "data=", "epochs=", " x ", "60k", "30%", "90s", "\"", "\\", "'", "#", "##", "\n", "\r\n", " ",
      "\t", "_",
      "é", "日", "😀", "\u{0}", "\u{FEFF}", "\u{2028}", "?", "!", "%", "1e999", "in-10-out", "1..5",
      "//", ":", "set(", "e\u{301}",
    ]

  @Test func anythingIsAnswered() {
    let wanted =
      ProcessInfo.processInfo.environment["SPARSESH_FUZZ_SECONDS"].flatMap(Double.init) ?? 1
    let seed = UInt64(wanted > 1 ? Date.now.timeIntervalSince1970 : 42)
    var dice = Dice(seed: seed)
    let end = Date.now.addingTimeInterval(wanted)
    var rounds = 0
    repeat {
      let bytes = Self.text(&dice)
      if let fault = Self.fault(bytes, &dice) {
        Issue.record(
          "seed \(seed), round \(rounds): \(fault)\n\(String(decoding: bytes, as: UTF8.self).debugDescription)"
        )
        return
      }
      rounds += 1
    } while Date.now < end
    #expect(rounds > 10)
    if wanted > 1 { print("fuzzed \(rounds) programs from seed \(seed)") }
  }

  /// A golden program with a few bytes or tokens changed, or pieces at random.
  private static func text(_ dice: inout Dice) -> [UInt8] {
    var bytes: [UInt8] = []
    if dice.below(4) > 0, !seeds.isEmpty { bytes = Array(seeds[dice.below(seeds.count)].utf8) }
    for _ in 0...dice.below(8) {
      let place = dice.below(bytes.count + 1)
      switch dice.below(5) {
      case 0: bytes.insert(UInt8(truncatingIfNeeded: dice.below(256)), at: place)
      case 1:
        let end = min(bytes.count, place + dice.below(12))
        bytes.removeSubrange(place..<end)
      case 2:
        let length = min(bytes.count - place, dice.below(30))
        bytes.insert(contentsOf: bytes[place..<place + length], at: dice.below(bytes.count + 1))
      default: bytes.insert(contentsOf: pieces[dice.below(pieces.count)].utf8, at: place)
      }
    }
    if dice.below(50) == 0 {
      let piece = pieces[dice.below(pieces.count)]
      bytes += Array(String(repeating: piece, count: dice.below(3000)).utf8)
    }
    return bytes
  }

  /// What is wrong with the answers, if anything.
  private static func fault(_ bytes: [UInt8], _ dice: inout Dice) -> String? {
    let source = Source(name: "fuzz", bytes: bytes)
    let tokens = Lexer.tokens(of: source).all
    var end = 0
    for token in tokens {
      guard token.range.lowerBound == end else { return "tokens leave a gap at \(end)" }
      end = token.range.upperBound
    }
    guard end == bytes.count, tokens.last?.kind == .end else {
      return "tokens do not cover the text"
    }
    let session = ToySession()
    let mode: SourceMode = dice.below(2) == 0 ? .file : .prompt
    let checked = session.interpreter.check(source, mode: mode)
    let renderer = DiagnosticRenderer()
    for diagnostic in checked.diagnostics {
      for label in diagnostic.labels where label.span.source === source {
        guard label.span.range.upperBound <= bytes.count else { return "a span leaves the text" }
      }
      guard !diagnostic.message.isEmpty, renderer.text(diagnostic).contains("^") else {
        return "a diagnostic shows no place"
      }
      if diagnostic.message.contains("something else") {
        return "vague: \(renderer.text(diagnostic))"
      }
    }
    if checked.isSound { _ = session.interpreter.run(checked) }
    if let fault = LayoutPropertyTests.fault(source, mode: mode) { return fault }
    let text = source.text
    let length = text.unicodeScalars.count
    let place = dice.below(length + 2)
    let completion = session.interpreter.complete(text, at: place)
    guard completion.start <= length else { return "a completion starts outside the text" }
    _ = session.interpreter.completeness(of: text)
    return nil
  }
}
