internal import Catalogue

/// Reads back what `Call.description` writes, for calls whose arguments are numbers.
enum CallText {
  /// The call in `name` or `name(key=number, key=number)`, checked against the thing of that name
  /// among `things`, with its defaults; nil if it is none.
  static func decode(_ text: String, among things: [About]) -> Call? {
    let name = String(text.prefix { $0 != "(" })
    guard let about = things.first(where: { $0.name == name }) else { return nil }
    var given: [String: Argument] = [:]
    let rest = text.dropFirst(name.count)
    if !rest.isEmpty {
      guard rest.last == ")" else { return nil }
      for part in rest.dropFirst().dropLast().split(separator: ",") {
        let pair = part.split(separator: "=").map { $0.filter { $0 != " " } }
        guard pair.count == 2, let value = Double(pair[1]),
          case .number(let bounds)? = about.parameter(pair[0])?.kind, bounds.contains(value)
        else { return nil }
        given[pair[0]] = .number(value)
      }
    }
    return Call(name, Arguments(of: about, given))
  }
}
