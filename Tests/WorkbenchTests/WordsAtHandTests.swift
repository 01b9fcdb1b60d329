import Catalogue
import Language
import Testing
import Workbench

/// Every word that is registered anywhere is told of by help and the reference, and offered by Tab where
/// it fits.
struct WordsAtHandTests {
  /// Verbs, functions and things, each with the name by which tests call it.
  static let words: [String: About] = {
    let vocabulary = Words.vocabulary
    let all =
      vocabulary.verbs.map(\.about) + vocabulary.functions.map(\.about)
      + vocabulary.things.values.joined()
    return Dictionary(all.map { ("\($0.category) \($0.name)", $0) }) { first, _ in first }
  }()
  static let names = words.keys.sorted()
  static let verbs = Words.vocabulary.verbs.map(\.about.name)

  private let session = Session(SessionOptions()) { _ in }

  private func offers(_ text: String) -> [String] {
    session.interpreter.complete(text, at: text.unicodeScalars.count).candidates.map(\.text)
  }

  @Test(arguments: names) func helpTellsOfIt(name: String) throws {
    let about = try #require(Self.words[name])
    let page = try #require(Reference.page(for: about.name))
    #expect(page.contains(about.summary))
    for parameter in about.parameters { #expect(page.contains(parameter.name)) }
    #expect(Reference.contents().contains("  \(about.name) "))
    let file = Reference.files().first { $0.name == "\(about.category.plural).md" }
    #expect(file?.content.contains("## `\(about.name)`\n\n") == true)
    #expect(file?.content.contains(about.summary.dropFirst()) == true)
  }

  @Test(arguments: verbs) func aVerbIsOfferedWithItsKeys(name: String) throws {
    let verb = try #require(Words.vocabulary.verb(name))
    #expect(offers(String(name.prefix(2))).contains(name))
    #expect(offers("help \(name.prefix(2))").contains(name))
    guard verb.subject == .none else { return }
    let keys = Set(offers("\(name) "))
    #expect(keys.isSuperset(of: verb.about.parameters.map { "\($0.name)=" }))
  }

  /// Whatever a key of a verb may be called with is offered after its `=`.
  @Test(arguments: verbs) func thingsAreOfferedWhereTheyFit(name: String) throws {
    let verb = try #require(Words.vocabulary.verb(name))
    let subject: String? =
      switch verb.subject {
      case .none: ""
      case .shape: "in-9-out"
      case .registered(_, let orFile) where orFile: "\"a.csv\""
      case .registered(let category, _): Words.vocabulary.things[category]?.first?.name
      case .expression, .expressions: "net"
      default: nil
      }
    guard let subject else { return }
    for parameter in verb.about.parameters {
      let offered = offers("net = network in-9-out; \(name) \(subject) \(parameter.name)=")
      for category in parameter.kind.calls {
        let things = Words.vocabulary.things[category] ?? []
        #expect(Set(offered).isSuperset(of: things.map(\.name)), "\(parameter.name)=")
      }
    }
  }

  @Test func everyCategoryOfThingsHasAWordForSeveral() {
    for category in Category.allCases where category != .member {
      #expect(Reference.categories.contains(category), "nothing is registered as \(category)")
      #expect(Reference.page(for: category.plural) != nil)
    }
  }
}

extension Kind {
  /// The categories whose things fit, alone or in a list.
  fileprivate var calls: [Category] {
    switch self {
    case .call(let category): [category]
    case .either(let kinds): kinds.flatMap(\.calls)
    default: []
    }
  }
}
