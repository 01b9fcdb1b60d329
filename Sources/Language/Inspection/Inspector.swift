internal import Catalogue

/// Tells what a name means, from the session's bindings and the vocabulary's records.
struct Inspector {
  let vocabulary: Vocabulary
  let environment: Environment

  /// Every meaning of a name; nil if it has none.
  func inspection(of name: String) -> Inspection? {
    var sections: [Inspection.Section] = []
    if let binding = environment[name] { sections.append(section(binding)) }
    if let verb = vocabulary.verb(name) { sections.append(section(verb)) }
    if let function = vocabulary.function(name) { sections.append(section(function)) }
    for category in Category.allCases {
      if let about = vocabulary.thing(name, in: category) { sections.append(section(about)) }
    }
    if sections.isEmpty { sections = keySections(name) }
    return sections.isEmpty ? nil : Inspection(name: name, sections: sections)
  }

  private func section(_ binding: Binding) -> Inspection.Section {
    var lines: [String] = []
    if let documentation = binding.documentation {
      lines += documentation.split(separator: "\n", omittingEmptySubsequences: false).map {
        "  " + $0
      }
    }
    lines += ValueText.shown(binding.value).split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  " + $0 }
    let start = binding.span.start
    lines.append("  bound at \(binding.span.source.name):\(start.line):\(start.column)")
    return Inspection.Section(title: "\(binding.name): \(binding.value.kindName)", lines: lines)
  }

  private func section(_ verb: VerbAbout) -> Inspection.Section {
    var usage = verb.about.name + (Self.subject(verb.subject).map { " " + $0 } ?? "")
    if !verb.about.parameters.isEmpty { usage += " [key=value …]" }
    if verb.factors != nil { usage += " [over key=list …]" }
    let result = verb.result.map { "gives \(Kind.object([$0]))" }
    return section(verb.about, usage: usage, note: result)
  }

  private func section(_ function: FunctionAbout) -> Inspection.Section {
    let list = function.about.parameters.map(\.name).joined(separator: ", ")
    let usage = "\(function.about.name)(\(list)\(function.variadic ? ", …" : ""))"
    return section(function.about, usage: usage, note: "gives \(function.result)")
  }

  private func section(_ about: About) -> Inspection.Section {
    let list = about.parameters.map { parameter in
      parameter.standardText.map { "\(parameter.name)=\($0)" } ?? "\(parameter.name)=…"
    }
    let usage = list.isEmpty ? about.name : "\(about.name)(\(list.joined(separator: ", ")))"
    return section(about, usage: usage, note: nil)
  }

  private func section(_ about: About, usage: String, note: String?) -> Inspection.Section {
    var lines = ["  " + usage]
    if let note { lines.append("  " + note) }
    if let formula = about.formula { lines += ["", "  " + formula] }
    if !about.details.isEmpty {
      lines += [""] + Self.wrapped(about.details, indent: 2)
    }
    if !about.parameters.isEmpty { lines += ["", "Keys"] + table(about.parameters) }
    if !about.examples.isEmpty {
      lines += ["", "Examples"]
      for example in about.examples {
        if !example.explanation.isEmpty { lines.append("  # " + example.explanation) }
        lines += example.code.split(separator: "\n").map { "  " + $0 }
      }
    }
    if let paper = about.paper { lines += ["", "Paper", "  " + paper] }
    return Inspection.Section(
      title: "\(about.name) (\(about.category.rawValue)): \(about.summary)", lines: lines)
  }

  /// Each key with its default and what it takes, and below it what it means.
  private func table(_ parameters: [Parameter]) -> [String] {
    parameters.flatMap { parameter in
      let start = "\(parameter.name)=" + (parameter.standardText ?? "")
      let need = parameter.required ? ", required" : ""
      return Self.wrapped("\(start)  \(parameter.kind)\(need)", indent: 2)
        + Self.wrapped(parameter.summary, indent: 6)
    }
  }

  /// A name that is only a key: where it is one. What shares the key word for word is named together.
  private func keySections(_ name: String) -> [Inspection.Section] {
    let things = Category.allCases.flatMap { vocabulary.things[$0] ?? [] }
    var meanings: [(category: Category, lines: [String], owners: [String])] = []
    for about in vocabulary.verbs.map(\.about) + things {
      guard let parameter = about.parameter(name) else { continue }
      let lines = table([parameter])
      let known = meanings.firstIndex { $0.category == about.category && $0.lines == lines }
      if let known {
        meanings[known].owners.append(about.name)
      } else {
        meanings.append((about.category, lines, [about.name]))
      }
    }
    return meanings.map { meaning in
      let owners = meaning.owners.joined(separator: ", ")
      return Inspection.Section(
        title: "\(name)= (key of \(meaning.category.rawValue) \(owners))", lines: meaning.lines)
    }
  }

  /// Lines of at most 80 columns, broken at words.
  private static func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        if !line.isEmpty, indent + line.count + 1 + word.count > 80 {
          lines.append(margin + line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      return lines + [margin + line]
    }
  }

  private static func subject(_ subject: VerbAbout.Subject) -> String? {
    switch subject {
    case .none: nil
    case .shape: "shape"
    case .registered(let category, let orFile):
      orFile ? "\(category.rawValue) or \"file\"" : category.rawValue
    case .expression(let kind): "(\(kind))"
    case .expressions(let kind): "(\(kind)) …"
    case .condition: "condition [\"message\"]"
    case .file: "\"file\""
    case .name: "[name]"
    case .sentence(let verbs): verbs.map { "\($0) …" }.joined(separator: " | ")
    }
  }
}
