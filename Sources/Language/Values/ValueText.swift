internal import Catalogue

/// Values as people read them; one place, so that a value looks the same wherever it is shown.
package enum ValueText {
  /// The value as a program would write it, as far as it could: texts in quotes, `true`, `[1, 2]`, `90s`,
  /// `epsilon(20)`. Objects show their own text; `nothing` is empty.
  package static func shown(_ value: Value) -> String {
    switch value {
    case .nothing: ""
    case .number(let number): NumberText.plain(number)
    case .text(let text): quoted(text)
    case .logic(let logic): logic ? "true" : "false"
    case .duration(let seconds): duration(seconds)
    case .list(let elements): "[" + elements.map(inList).joined(separator: ", ") + "]"
    case .range(let range): self.range(range)
    case .shape(let items): items.map(\.description).joined(separator: "-")
    case .call(let call): self.call(call)
    case .object(let object): object.text
    }
  }

  /// The value as `print` writes it: as shown, but a text without its quotes.
  package static func printed(_ value: Value) -> String {
    if case .text(let text) = value { text } else { shown(value) }
  }

  /// A text in quotes with its escapes.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        quoted += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Objects inside a list are shown by their kind alone if their text has several lines.
  private static func inList(_ value: Value) -> String {
    let text = shown(value)
    if case .object(let object) = value, text.contains("\n") { return object.kind }
    return text
  }

  private static func duration(_ seconds: Double) -> String {
    if seconds != 0, seconds.truncatingRemainder(dividingBy: 3600) == 0 {
      return NumberText.plain(seconds / 3600) + "h"
    }
    if seconds != 0, seconds.truncatingRemainder(dividingBy: 60) == 0 {
      return NumberText.plain(seconds / 60) + "min"
    }
    return NumberText.plain(seconds) + "s"
  }

  private static func range(_ range: NumberRange) -> String {
    let ends = NumberText.plain(range.first) + ".." + NumberText.plain(range.last)
    let usual = range.first <= range.last ? 1.0 : -1
    return range.step == usual ? ends : ends + " by " + NumberText.plain(range.step)
  }

  private static func call(_ call: CallValue) -> String {
    guard !call.arguments.isEmpty else { return call.name }
    let arguments = call.arguments.map { argument in
      (argument.name.map { $0 + "=" } ?? "") + shown(argument.value)
    }
    return "\(call.name)(\(arguments.joined(separator: ", ")))"
  }
}
