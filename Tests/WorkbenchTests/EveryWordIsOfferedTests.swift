import Catalogue
import Language
import Testing
import Workbench

/// Whatever is registered is offered by completion, where it fits.
@Suite struct EveryWordIsOfferedTests {
  static let verbs = Words.vocabulary.verbs.map(\.about.name)

  private let session = Session(SessionOptions()) { _ in }

  private func offers(_ text: String) -> [String] {
    session.interpreter.complete(text, at: text.unicodeScalars.count).candidates.map(\.text)
  }

  @Test(arguments: verbs) func aVerbBeginsAStatement(name: String) throws {
    #expect(offers(String(name.prefix(2))).contains(name))
    #expect(offers("help \(name.prefix(2))").contains(name))
  }

  /// A verb's keys are offered after its subject, and what a key may be called with after its `=`.
  @Test(arguments: verbs) func keysAndThingsAreOfferedWhereTheyFit(name: String) throws {
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
    let statement = "net = network in-9-out; \(name) \(subject) "
    for parameter in verb.about.parameters {
      #expect(offers(statement + parameter.name.prefix(1)).contains("\(parameter.name)="))
      let offered = offers("\(statement)\(parameter.name)=")
      for category in parameter.kind.calls {
        let things = Words.vocabulary.things[category] ?? []
        #expect(Set(offered).isSuperset(of: things.map(\.name)), "\(parameter.name)=")
      }
    }
  }
}

extension Kind {
  /// The categories whose things fit.
  fileprivate var calls: [Category] {
    switch self {
    case .call(let category): [category]
    case .either(let kinds): kinds.flatMap(\.calls)
    default: []
    }
  }
}
