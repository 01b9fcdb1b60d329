/// Where a space stands between two tokens of a line.
struct Spacing {
  let landmarks: Landmarks
  /// Where the `=` stands that has spaces although it binds no name: that of a key with a line of a block to itself.
  let key: Int?
  /// Whether dots keep the spaces around them: without those, `to=x .csv` would be a file name that lacks its quotes.
  let keepsDots: Bool

  /// Whether a space stands between two tokens that follow each other on a line.
  func separates(_ left: Token, _ right: Token) -> Bool {
    if landmarks.insideShapes.contains(right.range.lowerBound) { return false }
    switch (left.kind, right.kind) {
    case (_, .comma), (_, .semicolon), (_, .closeParenthesis), (_, .closeBracket): return false
    case (.openParenthesis, _), (.openBracket, _), (.openBrace, .closeBrace): return false
    case (_, .dot), (.dot, _), (_, .range), (.range, _): return keepsDots && right.spaceBefore
    case (_, .assign): return isSpaced(right)
    case (.assign, _): return isSpaced(left)
    case (.minus, _) where landmarks.signs.contains(left.range.lowerBound): return false
    // `f(x)` is a call and `f (x)` is not: that is the author's to say.
    case (_, .openParenthesis) where left.kind.endsOperand,
      (_, .openBracket) where left.kind.endsOperand:
      return right.spaceBefore
    default: return true
    }
  }

  private func isSpaced(_ assign: Token) -> Bool {
    assign.range.lowerBound == key || landmarks.bindings.contains(assign.range.lowerBound)
  }
}
