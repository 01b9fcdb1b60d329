package import Catalogue
internal import FoundationEssentials
internal import Language

/// The reference of the language, made from the catalogue: what `sparsesh doc`, the verb `help` and
/// `docs/reference` show.
package enum Reference {
  /// All pages of a category, in the order in which it is registered.
  package static func pages(_ category: Category) -> [ReferencePage] {
    let words = Words.vocabulary
    switch category {
    case .verb: return words.verbs.map { ReferencePage($0) }
    case .function: return words.functions.map { ReferencePage($0) }
    default: return (words.things[category] ?? []).map { ReferencePage($0) }
    }
  }

  /// The categories that have pages.
  package static var categories: [Category] {
    Category.allCases.filter { !pages($0).isEmpty }
  }

  /// Every name with its summary, by category.
  package static func contents() -> String {
    var text =
      "sparsesh \(Version.text): `sparsesh doc NAME`, or `?NAME` at the prompt, tells more\n"
    for category in categories {
      let pages = pages(category)
      let width = pages.map(\.about.name.count).max() ?? 0
      text += "\n\(category.plural)\n"
      for page in pages {
        let name = page.about.name
        text +=
          "  \(name)\(String(repeating: " ", count: width - name.count))  \(page.about.summary)\n"
      }
    }
    return text
  }

  /// Every name by category, and the commands of the prompt: no more than a screen holds.
  package static func overview() -> String {
    var rows = categories.map { category in
      (category.plural, pages(category).map(\.about.name))
    }
    rows.append(("commands", Conversation.commands.map { "%" + $0.name } + ["?NAME", "!COMMAND"]))
    let width = rows.map(\.0.count).max() ?? 0
    let lines = rows.map { title, names in
      let space = String(repeating: " ", count: width - title.count + 2)
      let line = title + space + names.joined(separator: " ")
      return LineWrap.wrapped(line, width: 78, indent: width + 2)
    }
    return lines.joined(separator: "\n")
      + "\n\n?train explains one word; `help` lists all with what they are\n"
  }

  /// What is known of a word, or of all words of a category (`policies`); nil if it means nothing.
  package static func page(for name: String) -> String? {
    let inspection = Words.vocabulary.inspection(of: name).map { $0.text + "\n" }
    guard let category = categories.first(where: { $0.plural == name }) else { return inspection }
    // Keys may be called as a category is.
    return list(of: category) + (inspection.map { "\n" + $0 } ?? "")
  }

  private static func list(of category: Catalogue.Category) -> String {
    pages(category)
      .flatMap { Words.vocabulary.inspection(of: $0.about.name)?.sections ?? [] }
      // `set` is a verb too, of which a list of policies says nothing.
      .filter { $0.title.contains("(\(category.rawValue))") }
      .map { ([$0.title] + $0.lines).joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  /// The name that was most likely meant.
  package static func nearest(to name: String) -> String? {
    let pages = categories.flatMap(Self.pages)
    let names = pages.map(\.about.name) + pages.flatMap { $0.about.parameters.map(\.name) }
    return Spelling.nearest(to: name, among: Set(names))
  }

  /// Every error code with its title.
  package static func codes() -> String {
    ErrorCodes.all.map { "\($0.id)  \($0.title)\n" }.joined()
  }

  /// What an error code means, or nil if there is none of that name.
  package static func explanation(of id: String) -> String? {
    ErrorCodes.all.first { $0.id == id.uppercased() }.map { code in
      "\(code.id): \(code.title)\n" + (code.explanation.isEmpty ? "" : "\n\(code.explanation)\n")
    }
  }

  /// The files of `docs/reference`: name and content.
  package static func files() -> [(name: String, content: String)] {
    let note = "<!-- Made by `sparsesh doc --write docs/reference`; do not edit. -->\n"
    var files = categories.map { category in
      let sections = pages(category).map(\.markdown).joined(separator: "\n")
      return ("\(category.plural).md", "\(note)# \(category.title)\n\n\(sections)")
    }
    let codes = ErrorCodes.all.map { code in
      "## \(code.id): \(code.title)\n" + (code.explanation.isEmpty ? "" : "\n\(code.explanation)\n")
    }
    files.append(("errors.md", "\(note)# Error codes\n\n\(codes.joined(separator: "\n"))"))
    let list = files.map { "- [\($0.0.dropLast(3))](\($0.0))\n" }.joined()
    files.append(("README.md", "\(note)# Reference\n\n\(list)"))
    return files
  }

  /// Writes the files into a folder, which is made if it is not there.
  package static func write(into folder: String) throws {
    let url = URL(filePath: folder)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for file in files() {
      try Data(file.content.utf8).write(to: url.appending(path: file.name), options: .atomic)
    }
  }
}

extension Category {
  /// The word for several of them.
  package var plural: String {
    switch self {
    case .policy: "policies"
    case .sparsity: "sparsities"
    case .criterion: "criteria"
    default: rawValue + "s"
    }
  }

  fileprivate var title: String { plural.prefix(1).uppercased() + plural.dropFirst() }
}
