internal import Catalogue

/// Reads back what `Call.description` writes, for calls whose arguments are numbers.
enum CallText {
  /// The call in `name`, `name(number)` or `name(key=number, key=number)`, checked against the thing
  /// of that name among `things`, with its defaults; nil if it is none.
  static func decode(_ text: String, among things: [About]) -> Call? {
    let name = String(text.prefix { $0 != "(" })
    guard let about = things.first(where: { $0.name == name }) else { return nil }
    var given: [String: Argument] = [:]
    let rest = text.dropFirst(name.count)
    if !rest.isEmpty {
      guard rest.last == ")" else { return nil }
      let parts = rest.dropFirst().dropLast().split(separator: ",")
      for (part, standing) in zip(parts, parts.indices) {
        guard let (key, value) = argument(part, standing: standing, of: about) else { return nil }
        given[key] = .number(value)
      }
    }
    return Call(name, Arguments(of: about, given))
  }

  /// One argument, by its name or by where it stands, if it is a number that the thing takes.
  private static func argument(
    _ text: Substring, standing index: Int, of about: About
  ) -> (key: String, value: Double)? {
    let words = text.split(separator: "=").map { $0.filter { $0 != " " } }
    guard let last = words.last, let value = Double(last), words.count <= 2 else { return nil }
    let named = words.count == 2 ? about.parameter(words[0]) : nil
    let standing = about.parameters.indices.contains(index) ? about.parameters[index] : nil
    guard let parameter = words.count == 2 ? named : standing,
      case .number(let bounds) = parameter.kind, bounds.contains(value)
    else { return nil }
    return (parameter.name, value)
  }
}
