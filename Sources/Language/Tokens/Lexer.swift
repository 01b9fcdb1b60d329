internal import Catalogue

/// Cuts a source into tokens. It never fails: what makes no token becomes an `invalid` one, with a diagnostic.
/// O(bytes).
package struct Lexer {
  let source: Source
  let bytes: [UInt8]
  /// Where the next token begins.
  var offset = 0
  var tokens: [Token] = []
  var diagnostics: [Diagnostic] = []
  private var spaceBefore = true
  private var startsLine = true
  /// How many brackets are open; a prompt command begins a line outside all of them.
  private var openBrackets = 0
  private var endsInText = false
  private var endsInComment = false

  private init(_ source: Source) {
    self.source = source
    bytes = source.bytes
  }

  /// All tokens of `source`.
  package static func tokens(of source: Source) -> Tokens {
    var lexer = Lexer(source)
    lexer.run()
    return Tokens(
      all: lexer.tokens, diagnostics: lexer.diagnostics, endsInText: lexer.endsInText,
      endsInComment: lexer.endsInComment)
  }

  private mutating func run() {
    if refusesAsBinary() { return }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      add(.space, from: 0)
    }
    while offset < bytes.count { next() }
    add(.end, from: offset)
  }

  /// Whether the bytes are no program at all, which is then said once and not byte by byte.
  private mutating func refusesAsBinary() -> Bool {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard let zero = isUTF16 ? 0 : bytes.firstIndex(of: 0) else { return false }
    report(
      LanguageErrors.notUTF8, isUTF16 ? "this is UTF-16 text" : "this is no text",
      zero..<zero + 1, label: isUTF16 ? "" : "a byte that no text has",
      hint: isUTF16
        ? "save the file as UTF-8, for example with `iconv -f UTF-16 -t UTF-8`"
        : "a program is UTF-8 text; is this the right file?")
    offset = bytes.count
    add(.invalid, from: 0)
    add(.end, from: offset)
    return true
  }

  /// Adds the token that ends at `offset`, and notes what the next one needs to know of it.
  mutating func add(_ kind: TokenKind, from start: Int, value: Token.Value = .none) {
    tokens.append(
      Token(
        kind: kind, range: start..<offset, spaceBefore: spaceBefore, startsLine: startsLine,
        value: value))
    spaceBefore = kind.isTrivia || kind == .newline
    if kind == .newline { startsLine = true } else if !kind.isTrivia { startsLine = false }
    if kind.closer != nil {
      openBrackets += 1
    } else if kind.isCloser, openBrackets > 0 {
      openBrackets -= 1
    }
  }

  mutating func report(
    _ code: ErrorCode, _ message: String, _ range: Range<Int>, label: String = "",
    hint: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(code, message, at: Span(source, range), label: label, hint: hint))
  }

  /// The byte `distance` ahead, or 0 past the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  private mutating func next() {
    let start = offset
    let byte = bytes[offset]
    if byte == Byte.space || byte == Byte.tab {
      while peek() == Byte.space || peek() == Byte.tab { offset += 1 }
      return add(.space, from: start)
    }
    if byte == Byte.newline || byte == Byte.carriageReturn {
      offset += byte == Byte.carriageReturn && peek(1) == Byte.newline ? 2 : 1
      return add(.newline, from: start)
    }
    if byte == Byte.hash {
      skipLine()
      endsInComment = offset == bytes.count
      return add(
        bytes[start...].starts(with: [Byte.hash, Byte.hash]) ? .documentation : .comment,
        from: start)
    }
    if startsLine, openBrackets == 0, beginsCommand(byte) {
      skipLine()
      endsInComment = offset == bytes.count
      return add(.command, from: start)
    }
    if Byte.isDigit(byte) || (byte == Byte.dot && Byte.isDigit(peek(1)) && !followsValue) {
      return number()
    }
    if byte == Byte.quote {
      endsInText = !text()
      return
    }
    if byte == Byte.apostrophe { return singleQuoted() }
    if byte == Byte.slash, peek(1) == Byte.slash { return foreignComment() }
    if let scalar = scalar(at: offset), Self.beginsName(scalar.value) { return name() }
    sign()
  }

  /// Whether the token before stands without a space and could have a member after a dot.
  private var followsValue: Bool {
    guard !spaceBefore, let last = tokens.last else { return false }
    return last.kind == .name || last.kind.isCloser
  }

  private func beginsCommand(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte == Byte.percent
      || (byte == UInt8(ascii: "!") && peek(1) != UInt8(ascii: "="))
  }

  private mutating func skipLine() {
    while offset < bytes.count, peek() != Byte.newline, peek() != Byte.carriageReturn {
      offset += 1
    }
  }

  private mutating func name() {
    let start = offset
    while let scalar = scalar(at: offset), Self.continuesName(scalar.value) {
      offset += scalar.length
    }
    let word = source.text(start..<offset)
    add(TokenKind.words[word] ?? .name, from: start)
  }

  private mutating func sign() {
    let start = offset
    for sign in TokenKind.signs where bytes[start...].starts(with: sign.bytes) {
      offset += sign.bytes.count
      return add(sign.kind, from: start)
    }
    unknown()
  }

  private mutating func foreignComment() {
    let start = offset
    skipLine()
    report(
      LanguageErrors.foreignComment, "`//` does not begin a comment", start..<start + 2,
      hint: "comments begin with `#`")
    add(.comment, from: start)
  }

  /// A letter of any script, or `_`.
  static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return Byte.isLetter(UInt8(scalar.value)) || scalar == "_" }
    return scalar.properties.isXIDStart
  }

  /// A letter, a digit, `_` or a combining mark.
  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      return Byte.isLetter(byte) || Byte.isDigit(byte) || byte == Byte.underscore
    }
    return scalar.properties.isXIDContinue
  }

  /// The scalar at an offset and its length in bytes, or nil at the end or where the bytes are not UTF-8.
  func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int)? { source.scalar(at: offset) }
}
