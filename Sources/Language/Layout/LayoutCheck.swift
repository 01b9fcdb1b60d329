/// Holds a new layout of a program against the old one.
enum LayoutCheck {
  /// A token or comment, as far as a layout must not change it.
  private struct Piece: Equatable {
    let kind: TokenKind
    let text: ArraySlice<UInt8>
    /// Whether it is the first on its line: then statements end where they did, and comments stay with their lines.
    let startsLine: Bool
    /// Whether it is a bracket that stands against an operand, which makes a call or an index of it.
    let isAgainstOperand: Bool
  }

  /// What the new layout changes besides the layout, or nil if it is the same program with the same comments.
  static func difference(_ old: Program, _ new: Program) -> Diagnostic? {
    let (before, places) = pieces(old)
    let (after, _) = pieces(new)
    let isSound = new.diagnostics.isEmpty && new.statements.count == old.statements.count
    guard before != after || !isSound else { return nil }
    let same = zip(before, after).prefix { $0 == $1 }.count
    let place = same < places.count ? places[same] : old.source.bytes.count..<old.source.bytes.count
    return Diagnostic(
      LanguageErrors.internalError, "its canonical layout would change this program",
      at: Span(old.source, place), label: "here",
      hint: "the text was left as it is; please report it with this line")
  }

  private static func pieces(_ program: Program) -> ([Piece], [Range<Int>]) {
    var pieces: [Piece] = []
    var places: [Range<Int>] = []
    var operandEnds = false
    for token in program.tokens where ![.space, .newline, .end].contains(token.kind) {
      let opens = token.kind == .openParenthesis || token.kind == .openBracket
      var text = program.source.bytes[token.range]
      if token.kind.isTrivia {
        while text.last == Byte.space || text.last == Byte.tab { text.removeLast() }
      }
      pieces.append(
        Piece(
          kind: token.kind, text: text, startsLine: token.startsLine,
          isAgainstOperand: opens && operandEnds && !token.spaceBefore))
      places.append(token.range)
      if !token.kind.isTrivia { operandEnds = token.kind.endsOperand }
    }
    return (pieces, places)
  }
}
