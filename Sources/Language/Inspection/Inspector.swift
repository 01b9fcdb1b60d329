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
      parameter.standard.map { "\(parameter.name)=\($0)" } ?? "\(parameter.name)=…"
    }
    let usage = list.isEmpty ? about.name : "\(about.name)(\(list.joined(separator: ", ")))"
    return section(about, usage: usage, note: nil)
  }

  private func section(_ about: About, usage: String, note: String?) -> Inspection.Section {
    var lines = ["  " + usage]
    if let note { lines.append("  " + note) }
    if let formula = about.formula { lines += ["", "  " + formula] }
    if !about.details.isEmpty {
      lines +=
        [""]
        + about.details.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    }
    if !about.parameters.isEmpty { lines += ["", "Keys"] + table(about.parameters) }
    if !about.examples.isEmpty {
      lines += ["", "Examples"]
      for example in about.examples {
        let note = example.explanation.isEmpty ? "" : "   # " + example.explanation
        lines += (example.code + note).split(separator: "\n").map { "  " + $0 }
      }
    }
    if let paper = about.paper { lines += ["", "Paper", "  " + paper] }
    return Inspection.Section(
      title: "\(about.name) (\(about.category.rawValue)): \(about.summary)", lines: lines)
  }

  /// Keys in three columns: name, kind and default, summary.
  private func table(_ parameters: [Parameter]) -> [String] {
    let rows = parameters.map { ($0.name + "=", Offer.detail($0), $0.summary) }
    let first = rows.map(\.0.count).max() ?? 0
    return rows.map { name, detail, summary in
      let padding = String(repeating: " ", count: first - name.count)
      return "  \(name)\(padding)  \(summary); \(detail)"
    }
  }

  /// A name that is only a key: where it is one.
  private func keySections(_ name: String) -> [Inspection.Section] {
    vocabulary.verbs.compactMap { verb in
      verb.about.parameter(name).map { parameter in
        Inspection.Section(
          title: "\(name)= (key of \(verb.about.name)): \(parameter.summary)",
          lines: ["  " + Offer.detail(parameter)])
      }
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
    }
  }
}
