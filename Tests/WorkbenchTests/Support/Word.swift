import Testing
import Catalogue
import Workbench

/// Anything registered that a test asks about.
struct Word: CustomTestStringConvertible, Sendable {
  let about: About

  /// "policy set".
  var testDescription: String { "\(about.category.rawValue) \(about.name)" }

  /// Every verb, function and thing of the vocabulary.
  static let all: [Word] = {
    let words = Words.vocabulary
    let things = Category.allCases.flatMap { words.things[$0] ?? [] }
    return (words.verbs.map { $0.about } + words.functions.map { $0.about } + things)
      .map { Word(about: $0) }
  }()
}
