package import Language
package import Reports

/// A result as text: the same at the prompt and in a notebook.
package struct ResultText: Sendable {
  private let width: Int
  private let wraps: Bool
  private let color: Bool

  /// Text for so many columns. Long lines are broken at words if it `wraps`; `color` allows ANSI
  /// escapes.
  package init(width: Int = 80, wraps: Bool = false, color: Bool = false) {
    self.width = width
    self.wraps = wraps
    self.color = color
  }

  /// What is shown of a result: an expression's value if it has no name; of a verb's result always
  /// a line, or all of it if it was made to be looked at. Nil where nothing is shown.
  package func text(of result: StatementResult) -> String? {
    guard case .object(let value) = result.value, let object = value as? any SessionObject else {
      return result.isUnnamed ? text(of: result.value) : nil
    }
    guard result.isUnnamed || result.verb != nil || object.isForShow else { return nil }
    if let document = Self.document(of: result) {
      let text = TerminalRenderer(width: width, color: color).render(document)
      return String(text.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed())
    }
    return (result.name.map { "\($0): " } ?? "") + object.summary
  }

  /// The document that is shown of a result, where it has one and that is what was asked to see.
  package static func document(of result: StatementResult) -> Document? {
    guard case .object(let value) = result.value, let object = value as? any SessionObject,
      result.isUnnamed || object.isForShow
    else { return nil }
    return object.document
  }

  /// A plain value; of a list of runs or other objects each on a line of its own, by its position.
  package func text(of value: Value) -> String {
    guard case .list(let elements) = value, elements.count > 1 else {
      return ValueText.shown(value)
    }
    let objects = elements.compactMap { if case .object(let object) = $0 { object } else { nil } }
    guard objects.count == elements.count else { return ValueText.shown(value) }
    let digits = String(objects.count).count
    return objects.enumerated().map { index, object in
      let number = String(index + 1)
      let start = String(repeating: " ", count: digits - number.count) + number + "  "
      return laidOut(start + object.text, indent: start.count)
    }.joined(separator: "\n")
  }

  /// The text, its long lines broken if that is wanted, those after the first indented.
  func laidOut(_ text: String, indent: Int) -> String {
    wraps ? LineWrap.wrapped(text, width: width, indent: indent) : text
  }
}
