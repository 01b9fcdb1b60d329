/// A grammar read from EBNF in the W3C's notation: as much of it as `grammar/sparse.ebnf` uses.
struct Grammar {
  indirect enum Rule: Equatable {
    case terminal(String)
    case symbol(String)
    case sequence([Rule])
    case choice([Rule])
    case optional(Rule)
    case many(Rule)
    case some(Rule)
  }

  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var rules: [String: Rule] = [:]
  /// The symbol of the first rule.
  private(set) var start = ""
  private var words: [String] = []
  private var index = 0

  /// Reads a grammar.
  init(_ text: String) throws {
    words = Self.words(of: text)
    while index < words.count {
      let name = words[index]
      guard word(1) == "::=" else { throw Mistake(description: "expected ::= after \(name)") }
      index += 2
      if start.isEmpty { start = name }
      guard rules[name] == nil else { throw Mistake(description: "\(name) is defined twice") }
      rules[name] = try choice()
    }
  }

  /// The terminals in quotes, without their quotes.
  var terminals: Set<String> {
    Set(rules.values.flatMap { Self.leaves($0) }.compactMap(\.terminal))
  }

  /// The symbols used anywhere.
  var symbols: Set<String> { Set(rules.values.flatMap { Self.leaves($0) }.compactMap(\.symbol)) }

  private func word(_ ahead: Int = 0) -> String? {
    index + ahead < words.count ? words[index + ahead] : nil
  }

  private mutating func choice() throws -> Rule {
    var alternatives = [try sequence()]
    while word() == "|" {
      index += 1
      alternatives.append(try sequence())
    }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws -> Rule {
    var parts: [Rule] = []
    while let next = word(), next != "|", next != ")", word(1) != "::=" {
      index += 1
      var part: Rule
      if next == "(" {
        part = try choice()
        guard word() == ")" else { throw Mistake(description: "expected )") }
        index += 1
      } else if next.hasPrefix("\"") {
        part = .terminal(String(next.dropFirst().dropLast()))
      } else {
        part = .symbol(next)
      }
      switch word() {
      case "?": part = .optional(part)
      case "*": part = .many(part)
      case "+": part = .some(part)
      default:
        parts.append(part)
        continue
      }
      index += 1
      parts.append(part)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix("/*") {
        let end = rest.firstRange(of: "*/")?.upperBound ?? rest.endIndex
        rest = rest[end...]
      } else if first.isWhitespace {
        rest.removeFirst()
      } else if rest.hasPrefix("::=") {
        words.append("::=")
        rest = rest.dropFirst(3)
      } else if first == "\"" {
        let end = rest.dropFirst().firstIndex(of: "\"") ?? rest.index(before: rest.endIndex)
        words.append(String(rest[...end]))
        rest = rest[rest.index(after: end)...]
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter || $0 == "_" }
        words.append(String(word))
        rest = rest.dropFirst(word.count)
      } else {
        words.append(String(first))
        rest.removeFirst()
      }
    }
    return words
  }

  private static func leaves(_ rule: Rule) -> [Rule] {
    switch rule {
    case .terminal, .symbol: [rule]
    case .sequence(let parts), .choice(let parts): parts.flatMap(leaves)
    case .optional(let inner), .many(let inner), .some(let inner): leaves(inner)
    }
  }
}

extension Grammar.Rule {
  var terminal: String? { if case .terminal(let text) = self { text } else { nil } }
  var symbol: String? { if case .symbol(let name) = self { name } else { nil } }
}
