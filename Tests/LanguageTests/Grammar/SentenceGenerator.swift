import TestSupport

/// Random programs that a grammar allows, as tokens joined by what may stand between them.
struct SentenceGenerator {
  let grammar: Grammar
  var random: Dice
  private var tokens: [String] = []
  private var depth = 0
  private var brackets = 0

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    random = Dice(seed: seed)
  }

  /// One program.
  mutating func program() -> String {
    tokens = []
    depth = 0
    expand(.symbol(grammar.start))
    return joined()
  }

  private mutating func expand(_ rule: Grammar.Rule) {
    depth += 1
    defer { depth -= 1 }
    // The deeper, the fewer optional parts; beyond a depth, the shortest way out.
    let wish = depth > 60 ? 0 : 35
    switch rule {
    case .terminal(let text): tokens.append(text)
    case .symbol(let name):
      if let inner = grammar.rules[name] {
        expand(depth > 60 ? shortest(inner) : inner)
      } else {
        tokens.append(token(name))
      }
    case .sequence(let parts): for part in parts { expand(part) }
    case .choice(let parts): expand(depth > 60 ? parts[0] : parts[random.below(parts.count)])
    case .optional(let inner): if random.below(100) < wish { expand(inner) }
    case .many(let inner): while random.below(100) < wish { expand(inner) }
    case .some(let inner): repeat { expand(inner) } while random.below(100) < wish
    }
  }

  /// Where an operand nests too deeply, a literal takes its place.
  private func shortest(_ rule: Grammar.Rule) -> Grammar.Rule {
    rule == grammar.rules["operand"] ? .symbol("NUMBER") : rule
  }

  /// A token of a class.
  private mutating func token(_ name: String) -> String {
    let spellings: [String: [String]] = [
      "NAME": ["x", "größe", "epochs", "zeta", "in", "x_1"],
      "NUMBER": ["0", "12", "60k", "1.5M", "1e-3", "0.25"], "PERCENT": ["30%", "2.5%"],
      "DURATION": ["90s", "5min", "1h"], "TEXT": ["\"\"", "\"a b\"", "\"\\n\\\"\\u{e9}\""],
      "NEWLINE": ["\n", "\r\n"], "COMMENT": ["# note", "#"],
      "COMMAND": ["?train", "!ls (", "%time [x"],
      "VERB_ALONE": ["set"], "VERB_OF_SHAPE": ["network"], "VERB_OF_THING": ["data"],
      "VERB_OF_VALUE": ["report", "plot", "describe"], "VERB_OF_VALUES": ["compare"],
      "VERB_OF_CONDITION": ["assert"],
      "VERB_OF_FILE": ["include", "load"], "VERB_OF_NAME": ["help"],
      "VERB_OF_SENTENCE": ["plan"], "VERB_OF_TRAINING": ["compare"],
    ]
    let list = spellings[name] ?? ["<\(name)>"]
    // Inside brackets a verb is a name like others.
    if name == "NAME", ["[", ","].contains(tokens.last), random.below(4) == 0 { return "set" }
    return list[random.below(list.count)]
  }

  /// The tokens with spaces, and newlines inside brackets. Calls and indices stand against what is before them.
  private mutating func joined() -> String {
    var text = ""
    var open = 0
    for (index, token) in tokens.enumerated() {
      let before = index > 0 ? tokens[index - 1] : "\n"
      if token == ")" || token == "]" || token == "}" { open -= 1 }
      let isTight =
        (token == "(" && isCallee(before)) || (token == "[" && isIndexed(before)) || token == "."
      if !isTight { text += open > 0 && random.below(8) == 0 ? "\n " : " " }
      text += token
      if token == "(" || token == "[" || token == "{" { open += 1 }
    }
    return text
  }

  private func isCallee(_ before: String) -> Bool {
    before.first?.isLetter == true && !words.contains(before)
  }
  private func isIndexed(_ before: String) -> Bool {
    guard let last = before.last else { return false }
    return (last.isLetter || last.isNumber || ")]\"%_".contains(last)) && !words.contains(before)
      && before != "%"
  }
  private let words: Set<String> = ["and", "or", "not", "over", "by"]
}
