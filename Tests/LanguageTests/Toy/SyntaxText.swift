import Catalogue
import Language

/// Syntax trees as S-expressions, so that a test reads as input and tree side by side.
enum SyntaxText {
  static func text(_ program: Program) -> String {
    program.statements.map(text).joined(separator: "\n")
  }

  static func text(_ statement: Statement) -> String {
    var body: String
    switch statement.body {
    case .expression(let expression): body = text(expression)
    case .sentence(let sentence): body = text(sentence)
    case .command(let command):
      body = "(\(command.sort) \(command.name)\(command.rest.isEmpty ? "" : " | " + command.rest))"
    }
    if let name = statement.name { body = "(= \(name.text) \(body))" }
    if let documentation = statement.documentation { body = "(## \"\(documentation)\" \(body))" }
    return body
  }

  static func text(_ sentence: Sentence) -> String {
    var parts = [sentence.verb.text]
    if let subject = text(sentence.subject) { parts.append(subject) }
    parts += sentence.keys.map { "\($0.key.text)=\(text($0.value))" }
    if sentence.over != nil { parts.append("over") }
    parts += sentence.factors.map { "\($0.key.text)=\(text($0.value))" }
    return "(\(parts.joined(separator: " ")))"
  }

  private static func text(_ subject: SubjectSyntax) -> String? {
    switch subject {
    case .none: nil
    case .shape(let shape): shape.items.map(\.description).joined(separator: "-")
    case .thing(let name, let arguments, _): arguments.isEmpty ? name.text : call(name, arguments)
    case .file(let path, _): "\"\(path)\""
    case .expressions(let list): list.map(text).joined(separator: " , ")
    case .condition(let condition, let message):
      text(condition) + (message.map { " , " + text($0) } ?? "")
    case .name(let name): name.text
    case .sentence(let sentence): text(sentence)
    }
  }

  static func text(_ expression: Expression) -> String {
    switch expression.form {
    case .number(let number, let percent): NumberText.plain(number) + (percent ? "(%)" : "")
    case .duration(let seconds): NumberText.plain(seconds) + "s"
    case .text(let text): "\"\(text)\""
    case .logic(let logic): "\(logic)"
    case .name(let name): name
    case .list(let elements): "[\(elements.map(text).joined(separator: " "))]"
    case .range(let first, let last, let step):
      "(.. \(text(first)) \(text(last))\(step.map { " " + text($0) } ?? ""))"
    case .call(let name, let arguments): call(name, arguments)
    case .member(let object, let name): "(. \(text(object)) \(name.text))"
    case .index(let list, let position): "(at \(text(list)) \(text(position)))"
    case .prefix(let sign, let operand): "(\(sign.spelling) \(text(operand)))"
    case .binary(let left, let sign, let right): "(\(sign.spelling) \(text(left)) \(text(right)))"
    case .group(let inner): text(inner)
    }
  }

  private static func call(_ name: Name, _ arguments: [ArgumentSyntax]) -> String {
    let list = arguments.map { ($0.name.map { $0.text + "=" } ?? "") + text($0.value) }
    return "(call \(([name.text] + list).joined(separator: " ")))"
  }
}
