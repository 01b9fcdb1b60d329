package import Catalogue

/// One entry of the reference, as plain text for the terminal and as Markdown for `docs/reference`;
/// both are made from the catalogue alone.
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
      parameter.standard.map { "\(parameter.name)=\($0)" } ?? parameter.name
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

  /// The page as plain text, lines at most `width` columns where words allow.
  package func text(width: Int = 80) -> String {
    var lines = ["\(about.name) (\(about.category.rawValue)): \(about.summary)"]
    if let usage { lines += ["", "    " + usage] }
    if !about.details.isEmpty { lines += [""] + Self.wrap(about.details, width) }
    if let formula = about.formula { lines += ["", "    " + formula] }
    if !about.parameters.isEmpty {
      lines += ["", about.category == .function ? "Arguments" : "Keys"]
      for parameter in about.parameters {
        lines.append("  " + parameter.heading)
        lines += Self.wrap(parameter.summary, width - 6).map { "      " + $0 }
      }
    }
    if !about.examples.isEmpty {
      lines += ["", about.examples.count == 1 ? "Example" : "Examples"]
      for example in about.examples {
        if !example.explanation.isEmpty { lines.append("  # " + example.explanation) }
        lines += example.code.split(separator: "\n", omittingEmptySubsequences: false)
          .map { "  " + $0 }
      }
    }
    if let paper = about.paper { lines += [""] + Self.wrap("Source: " + paper, width) }
    return lines.joined(separator: "\n") + "\n"
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
          ? "required" : parameter.standard.map { "`\(parameter.written($0))`" } ?? ""
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
    }
    if !verb.about.parameters.isEmpty { words.append("[key=value …]") }
    if verb.factors != nil { words.append("over key=[…] …") }
    return words.joined(separator: " ") + (verb.result.map { " → \($0)" } ?? "")
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// Breaks paragraphs at words.
  private static func wrap(_ text: String, _ width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      return lines + [line]
    }
  }
}

extension Parameter {
  /// "zeta=30%: a fraction from 0% to 100%".
  fileprivate var heading: String {
    let start = standard.map { "\(name)=\(written($0))" } ?? name
    return "\(start): \(kind)" + (required ? ", required" : "")
  }

  /// A default in the form its kind is usually written in.
  fileprivate func written(_ argument: Argument) -> String {
    if case .fraction = kind, case .number(let value) = argument {
      return NumberText.plain((value * 1e6).rounded() / 1e4) + "%"
    }
    return argument.description
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
