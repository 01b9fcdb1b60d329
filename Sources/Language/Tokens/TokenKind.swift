/// What a token is. The raw value of a fixed token is its spelling; that of a class of tokens is the name it
/// has in `grammar/sparse.ebnf`, in capitals.
package enum TokenKind: String, Sendable, CaseIterable {
  // Classes
  case name = "NAME"
  case number = "NUMBER"
  case percent = "PERCENT"
  case duration = "DURATION"
  case text = "TEXT"
  case newline = "NEWLINE"
  /// A whole line that only the prompt understands: `?name`, `!command`, `%magic`.
  case command = "COMMAND"
  case comment = "COMMENT"
  case documentation = "DOCUMENTATION"
  case space = "SPACE"
  /// Characters that make no token; the lexer has reported them.
  case invalid = "INVALID"
  case end = "END"

  // Words
  case and
  case or
  case not
  case `true`
  case `false`
  case over
  case by

  // Signs
  case openParenthesis = "("
  case closeParenthesis = ")"
  case openBracket = "["
  case closeBracket = "]"
  case openBrace = "{"
  case closeBrace = "}"
  case comma = ","
  case semicolon = ";"
  case range = ".."
  case dot = "."
  case equal = "=="
  case notEqual = "!="
  case atMost = "<="
  case atLeast = ">="
  case less = "<"
  case greater = ">"
  case assign = "="
  case plus = "+"
  case minus = "-"
  case star = "*"
  case slash = "/"
  case modulo = "%"
  case caret = "^"

  /// The reserved words, which are no names.
  static let words: [String: TokenKind] = Dictionary(
    uniqueKeysWithValues: [.and, .or, .not, .true, .false, .over, .by].map { ($0.rawValue, $0) })

  /// The signs, longest first, so that the first that matches is the right one.
  static let signs: [(bytes: [UInt8], kind: TokenKind)] =
    allCases
    .filter { kind in kind.rawValue.utf8.allSatisfy { !Byte.isLetter($0) } }
    .sorted { $0.rawValue.utf8.count > $1.rawValue.utf8.count }
    .map { (Array($0.rawValue.utf8), $0) }

  /// Whether the parser never sees it.
  package var isTrivia: Bool { self == .space || self == .comment || self == .documentation }

  /// Whether every token of this kind has the same spelling, its raw value.
  package var isFixed: Bool { rawValue.first.map { !$0.isUppercase } ?? false }

  /// The kind as diagnostics name it.
  package var description: String {
    switch self {
    case .name: "a name"
    case .number: "a number"
    case .percent: "a percentage"
    case .duration: "a duration"
    case .text: "a text in quotes"
    case .newline: "the end of the line"
    case .command: "a prompt command"
    case .comment, .documentation: "a comment"
    case .space: "a space"
    case .invalid: "an unknown character"
    case .end: "the end of the text"
    default: "`\(rawValue)`"
    }
  }

  /// The bracket that closes this one, if it opens one.
  var closer: TokenKind? {
    switch self {
    case .openParenthesis: .closeParenthesis
    case .openBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }

  /// Whether it closes a bracket.
  var isCloser: Bool { self == .closeParenthesis || self == .closeBracket || self == .closeBrace }

  /// Whether an operand can end with it, so that a bracket against it is that of a call or an index.
  var endsOperand: Bool {
    switch self {
    case .name, .number, .percent, .duration, .text, .true, .false: true
    default: isCloser
    }
  }
}
