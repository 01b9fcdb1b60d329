package import Catalogue

/// The canonical layout of programs: one way to set spaces, indentation and blank lines, with every token,
/// line break and comment of the author's where it was. `docs/formatting.md` has the rules.
package enum Layout {
  /// The text of `source` in canonical layout, which is the text itself where it has it already.
  ///
  /// What is returned has been read again and held against `source`: the same tokens on the same lines, and the
  /// same comments. It is its own canonical layout.
  /// - Throws: what is wrong with the characters or the syntax of `source`; or an internal error, if the new text
  ///   would not say the same.
  package static func canonical(
    _ source: Source, vocabulary: Vocabulary, mode: SourceMode
  ) throws(LayoutRefusal) -> String {
    let isText = String(validating: source.bytes, as: UTF8.self) != nil && !source.bytes.contains(0)
    guard isText else {
      throw LayoutRefusal(diagnostics: notUTF8(source), isText: false)
    }
    let program = Parser.parse(source, vocabulary: vocabulary, mode: mode)
    guard program.diagnostics.isEmpty else { throw LayoutRefusal(diagnostics: program.diagnostics) }
    // `name?` at the prompt: one of the few texts that are well and yet no tokens of the language.
    guard !program.tokens.contains(where: { $0.kind == .invalid }) else { return source.text }
    var writer = LayoutWriter(program)
    let text = writer.text()
    let made = Parser.parse(
      Source(name: source.name, text: text), vocabulary: vocabulary, mode: mode)
    if let difference = LayoutCheck.difference(program, made) {
      throw LayoutRefusal(diagnostics: [difference])
    }
    return text
  }

  /// Where the bytes are no UTF-8. The lexer does not look into comments.
  private static func notUTF8(_ source: Source) -> [Diagnostic] {
    let found = Lexer.tokens(of: source).diagnostics.filter {
      $0.code.id == LanguageErrors.notUTF8.id
    }
    guard found.isEmpty else { return found }
    var place = 0
    while let scalar = source.scalar(at: place) { place += scalar.length }
    return [
      Diagnostic(
        LanguageErrors.notUTF8, "these bytes are not UTF-8 text",
        at: Span(source, place..<min(place + 1, source.bytes.count)),
        hint: "save the file as UTF-8")
    ]
  }
}
