/// Writes a program in canonical layout.
struct LayoutWriter {
  /// The spaces by which the lines inside a bracket are indented.
  private static let step = 2

  private let source: Source
  private let landmarks: Landmarks
  private let lines: [LayoutLine]
  /// The brackets that are open, outermost first, with the indentation of the line on which each stands.
  private var open: [(kind: TokenKind, indentation: Int)] = []

  /// A writer for a program that was parsed without mistakes.
  init(_ program: Program) {
    source = program.source
    landmarks = Landmarks(program)
    lines = LayoutLine.lines(of: program.tokens)
  }

  /// The whole text; empty, or ending in a newline.
  mutating func text() -> String {
    var rows: [LayoutRow] = []
    for (index, line) in lines.enumerated() {
      rows.append(row(line, after: index > 0 ? lines[index - 1] : nil))
    }
    Alignment.alignValues(&rows)
    Alignment.alignComments(&rows)
    return rows.map { ($0.isAfterBlank ? "\n" : "") + $0.text + "\n" }.joined()
  }

  private mutating func row(_ line: LayoutLine, after previous: LayoutLine?) -> LayoutRow {
    let indentation = indentation(of: line)
    let isInBlock = open.last?.kind == .openBrace
    let isAfterOpener = previous?.tokens.last.map { $0.kind.closer != nil } == true
    let isBeforeCloser = line.tokens.first?.kind.isCloser == true
    let fewest = follow(line.tokens, indentation)
    let key = isInBlock ? keyAlone(on: line.tokens) : nil
    let (code, value) = code(line.tokens, key: key, mayAlign: open.count == fewest)
    return LayoutRow(
      indentation: indentation, code: code, value: value, comment: line.comment.map(comment),
      isAfterBlank: line.isAfterBlank && !isAfterOpener && !isBeforeCloser)
  }

  /// A line that begins with a closing bracket is indented as the line of the opening one; others inside a bracket
  /// are indented by one step more than that.
  private func indentation(of line: LayoutLine) -> Int {
    guard let opener = open.last else { return 0 }
    return opener.indentation + (line.tokens.first?.kind.isCloser == true ? 0 : Self.step)
  }

  /// Follows the brackets of a line, and says how few were open at any place on it.
  private mutating func follow(_ tokens: [Token], _ indentation: Int) -> Int {
    var fewest = open.count
    for token in tokens {
      if token.kind.closer != nil {
        open.append((token.kind, indentation))
      } else if token.kind.isCloser {
        _ = open.popLast()
        fewest = min(fewest, open.count)
      }
    }
    return fewest
  }

  /// The `=` of a line in a block that begins with a key and holds no other.
  private func keyAlone(on tokens: [Token]) -> Int? {
    guard tokens.count > 2, tokens[0].kind == .name, tokens[1].kind == .assign else { return nil }
    var depth = 0
    for token in tokens.dropFirst(2) {
      if token.kind.closer != nil { depth += 1 }
      if token.kind.isCloser { depth -= 1 }
      if depth == 0, token.kind == .assign || token.kind == .semicolon { return nil }
    }
    return tokens[1].range.lowerBound
  }

  /// The text of a line, and apart what begins with the `=` that may be aligned, if there is one.
  private func code(_ tokens: [Token], key: Int?, mayAlign: Bool) -> (String, String?) {
    let spacing = Spacing(
      landmarks: landmarks, key: key, keepsDots: tokens.contains(where: endsLikeFile))
    var parts = [""]
    let split = mayAlign ? splitting(tokens, key: key) : nil
    for (index, token) in tokens.enumerated() {
      if index == split {
        parts.append("")
      } else if index > 0, spacing.separates(tokens[index - 1], token) {
        parts[parts.count - 1] += " "
      }
      parts[parts.count - 1] += source.text(token.range)
    }
    return (parts[0], parts.count > 1 ? parts[1] : nil)
  }

  /// Where the `=` stands that may be aligned: that of a statement which has its line to itself, or of a key.
  private func splitting(_ tokens: [Token], key: Int?) -> Int? {
    guard tokens.count > 2, tokens[1].kind == .assign else { return nil }
    if key != nil { return 1 }
    let binds = landmarks.bindings.contains(tokens[1].range.lowerBound)
    return binds && !tokens.contains { $0.kind == .semicolon } ? 1 : nil
  }

  private func endsLikeFile(_ token: Token) -> Bool {
    token.kind == .name && Parser.endings.contains(source.text(token.range))
  }

  /// A comment without blanks at its end.
  private func comment(_ token: Token) -> String {
    let bytes = source.bytes[token.range]
    let last = bytes.lastIndex { $0 != Byte.space && $0 != Byte.tab } ?? bytes.startIndex
    return String(decoding: bytes[...last], as: UTF8.self)
  }
}
