internal import Catalogue

/// The names known at a place of a program, with the kinds of their values.
struct Scope {
  /// What is known of a name before the program runs.
  struct Entry {
    let kind: Kind
    /// Where it was bound; nil for a name whose statement could not be read.
    let span: Span?
    let documentation: String?
    /// Whether the program being checked binds it, rather than an earlier prompt input.
    let isOwn: Bool
  }

  private var entries: [String: Entry] = [:]

  /// The names bound so far in a session.
  init(_ environment: Environment) {
    for name in environment.names {
      guard let binding = environment[name] else { continue }
      entries[name] = Entry(
        kind: binding.kind, span: binding.span, documentation: binding.documentation, isOwn: false)
    }
  }

  subscript(name: String) -> Entry? {
    get { entries[name] }
    set { entries[name] = newValue }
  }

  /// All names, in alphabetical order.
  var names: [String] { entries.keys.sorted() }

  /// The names whose values could be of a kind, in alphabetical order.
  func names(for kind: Kind) -> [String] {
    names.filter { entries[$0]?.kind.couldFit(kind) == true }
  }
}
