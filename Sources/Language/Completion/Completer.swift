internal import Catalogue

/// Finds what could stand at a place. The parser is run on the text before the place and says what it expected there,
/// so that completion and syntax cannot disagree. Total: it has an answer for every text and every place.
struct Completer {
  typealias Candidate = Completion.Candidate

  let vocabulary: Vocabulary
  let environment: Environment
  let loader: Checker.Loader

  /// What could stand at a place given in Unicode scalars from 0. O(text).
  func completion(of text: String, at scalar: Int) -> Completion {
    let whole = Source(name: "input", text: text)
    let cursor = whole.byteOffset(ofScalar: max(0, scalar))
    let start = wordStart(in: whole, before: cursor)
    let word = whole.text(start..<cursor)
    let before = Source(name: "input", bytes: Array(whole.bytes[..<start]))
    let tokens = Lexer.tokens(of: before)
    let startScalar = whole.scalarOffset(ofByte: start)
    func none() -> Completion {
      Completion(start: startScalar, candidates: [], expecting: nil, isInText: false)
    }
    if tokens.endsInText {
      // The whole text is the word, since the name of a file has more in it than letters.
      let quote = tokens.all.last { $0.kind == .invalid }?.range.lowerBound ?? start - 1
      return Completion(
        start: whole.scalarOffset(ofByte: quote + 1), candidates: [], expecting: nil,
        isInText: true)
    }
    if tokens.endsInComment {
      return completionOfCommand(tokens, before, word, startScalar) ?? none()
    }
    if word.unicodeScalars.first.map({ Lexer.beginsName($0) }) == false { return none() }

    var parser = Parser(before, vocabulary, .prompt)
    let program = parser.parseProgram()
    var checker = Checker(vocabulary, environment, mode: .prompt, loader: loader)
    _ = checker.check(program)
    var offer = Offer(vocabulary: vocabulary, checker: checker)
    offer.add(parser.place, later: keysAfter(cursor, in: whole))
    let hasAssign = cursor < whole.bytes.count && whole.bytes[cursor] == UInt8(ascii: "=")
    let candidates = offer.candidates.filter { $0.text.hasPrefix(word) }.map { candidate in
      guard hasAssign, candidate.sort == "key" else { return candidate }
      return Candidate(
        String(candidate.text.dropLast()), sort: candidate.sort, detail: candidate.detail)
    }
    return Completion(
      start: startScalar, candidates: candidates, expecting: offer.expecting, isInText: false)
  }

  /// Where the letters and digits before the cursor begin.
  private func wordStart(in source: Source, before cursor: Int) -> Int {
    var start = cursor
    while start > 0 {
      var previous = start - 1
      while previous > 0, Byte.isContinuation(source.bytes[previous]) { previous -= 1 }
      let scalar = source.text(previous..<start).unicodeScalars.first
      guard let scalar, Lexer.continuesName(scalar), scalar != "\u{FFFD}" else { break }
      start = previous
    }
    return start
  }

  /// The keys that stand on the rest of the cursor's line; they are used already.
  private func keysAfter(_ cursor: Int, in source: Source) -> [String] {
    let rest = Source(name: "input", bytes: Array(source.bytes[cursor...]))
    let tokens = Lexer.tokens(of: rest).all.filter { !$0.kind.isTrivia }
    let line = tokens.prefix { $0.kind != .newline && $0.kind != .semicolon }
    return zip(line, line.dropFirst()).compactMap { name, sign in
      name.kind == .name && name.range.lowerBound > 0 && sign.kind == .assign
        ? rest.text(name.range) : nil
    }
  }

  /// After `?`, every name that has help.
  private func completionOfCommand(
    _ tokens: Tokens, _ source: Source, _ word: String, _ start: Int
  ) -> Completion? {
    guard let command = tokens.all.last(where: { $0.kind == .command }) else { return nil }
    guard source.text(command.range).allSatisfy({ $0 == "?" || $0 == " " }) else { return nil }
    let checker = Checker(vocabulary, environment, mode: .prompt, loader: loader)
    var offer = Offer(vocabulary: vocabulary, checker: checker)
    offer.addEverything()
    return Completion(
      start: start, candidates: offer.candidates.filter { $0.text.hasPrefix(word) }, expecting: nil,
      isInText: false)
  }
}
