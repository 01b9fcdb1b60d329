package import Catalogue

/// One entry of the reference as Markdown for `docs/reference`, made from the catalogue alone. In the
/// terminal the same records are shown by the language's `Inspection`.
package struct ReferencePage: Sendable {
  /// What the entry says of itself.
  package let about: About
  /// How it is written, for verbs and functions.
  package let usage: String?

  /// The page of a verb.
  package init(_ verb: VerbAbout) {
    about = verb.about
    usage = Self.usage(of: verb)
  }

  /// The page of a function.
  package init(_ function: FunctionAbout) {
    about = function.about
    let names = function.about.parameters.map { parameter in
      parameter.standardText.map { "\(parameter.name)=\($0)" } ?? parameter.name
    }
    usage =
      "\(function.about.name)(\(names.joined(separator: ", "))\(function.variadic ? ", …" : ""))"
      + " → \(function.result)"
  }

  /// The page of any other registered thing.
  package init(_ about: About) {
    self.about = about
    usage = nil
  }

  /// The page as a section of a Markdown document.
  package var markdown: String {
    var parts = ["## `\(about.name)`", Self.sentence(about.summary)]
    if let usage { parts.append("```\n\(usage)\n```") }
    if !about.details.isEmpty { parts.append(about.details) }
    if let formula = about.formula { parts.append("> " + formula) }
    if !about.parameters.isEmpty {
      let rows = about.parameters.map { parameter in
        let kind = parameter.kind.description.replacing("|", with: "\\|")
        let standard =
          parameter.required
          ? "required" : parameter.standardText.map { "`\($0)`" } ?? ""
        return "| `\(parameter.name)` | \(kind) | \(standard) | \(parameter.summary) |"
      }
      let heading = about.category == .function ? "argument" : "key"
      parts.append(
        "| \(heading) | takes | default | meaning |\n|---|---|---|---|\n"
          + rows.joined(separator: "\n"))
    }
    for example in about.examples {
      let lead = example.explanation.isEmpty ? "" : "# \(example.explanation)\n"
      parts.append("```sparse\n\(lead)\(example.code)\n```")
    }
    if let paper = about.paper { parts.append("*Source: \(paper).*") }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func usage(of verb: VerbAbout) -> String {
    var words = verb.result == nil ? [] : ["[name =]"]
    words.append(verb.about.name)
    switch verb.subject {
    case .none: break
    case .shape: words.append("SHAPE")
    case .registered(let category, let orFile):
      words.append(category.rawValue.uppercased() + (orFile ? "|\"FILE\"" : ""))
    case .expression(let kind): words.append(kind.placeholder)
    case .expressions(let kind): words.append(kind.placeholder + "[, …]")
    case .condition: words.append("CONDITION [\"MESSAGE\"]")
    case .file: words.append("\"FILE\"")
    case .name: words.append("[NAME]")
    case .sentence(let verbs): words.append(verbs.map { "\($0) …" }.joined(separator: " | "))
    }
    if !verb.about.parameters.isEmpty { words.append("[key=value …]") }
    if verb.factors != nil { words.append("over key=[…] …") }
    return words.joined(separator: " ") + (verb.result.map { " → \($0)" } ?? "")
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}

extension Kind {
  fileprivate var placeholder: String {
    switch self {
    case .object(let kinds): kinds.map { $0.uppercased() }.joined(separator: "|")
    case .any: "EXPRESSION"
    case .either(let kinds): kinds.map(\.placeholder).joined(separator: "|")
    case .list(let kind): "[\(kind.placeholder), …]"
    default: "VALUE"
    }
  }
}
