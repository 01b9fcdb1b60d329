import Catalogue
import Foundation
import Language
import Testing
import Workbench

/// What holds for everything registered, without anyone having to remember it: it describes itself
/// in one style, its defaults fit, its examples work.
@Suite struct EveryWordTests {
  @Test func namesAreUniqueWithinACategory() {
    let groups = Dictionary(grouping: Word.all) { $0.about.category }
    #expect(Word.all.count > 50)
    for (_, words) in groups { #expect(Set(words.map { $0.about.name }).count == words.count) }
  }

  @Test(arguments: Word.all) func itSpeaksInOneStyle(word: Word) {
    let about = word.about
    #expect(about.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
    Self.expectStyle(about.summary, of: word.testDescription)
    for parameter in about.parameters {
      #expect(parameter.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
      Self.expectStyle(parameter.summary, of: "\(word.testDescription) \(parameter.name)")
    }
    #expect(Set(about.parameters.map(\.name)).count == about.parameters.count)
    if !about.details.isEmpty { #expect(about.details.hasSuffix(".")) }
  }

  @Test func membersSpeakInOneStyle() {
    for (kind, members) in Words.vocabulary.members {
      #expect(Set(members.map(\.name)).count == members.count)
      for member in members { Self.expectStyle(member.summary, of: "\(kind).\(member.name)") }
    }
  }

  /// Lower case at the start, unless it is a name; one sentence without a full stop.
  private static func expectStyle(_ summary: String, of name: String) {
    #expect(!summary.isEmpty, "\(name) has no summary")
    let word = summary.prefix { !$0.isWhitespace }
    let isName = word.dropFirst().contains { $0.isUppercase || $0.isNumber }
    #expect(isName || word.first?.isUppercase == false, "\(name): \(summary)")
    #expect(!summary.hasSuffix("."), "\(name): \(summary)")
    #expect(!summary.contains("\n"), "\(name): \(summary)")
  }

  @Test(arguments: Word.all) func defaultsFitTheirOwnKinds(word: Word) {
    for parameter in word.about.parameters {
      guard let standard = parameter.standard else { continue }
      #expect(Self.fits(standard, parameter.kind), "\(word.testDescription) \(parameter.name)")
    }
  }

  private static func fits(_ argument: Argument, _ kind: Kind) -> Bool {
    switch (argument, kind) {
    case (_, .either(let kinds)): kinds.contains { fits(argument, $0) }
    case (.number(let value), .number(let bounds)): bounds.contains(value)
    case (.number(let value), .fraction(let bounds)): bounds.contains(value)
    case (.number(let value), .integer(let bounds)):
      bounds.contains(value) && value == value.rounded()
    case (.number, .duration), (.text, .text), (.text, .file), (.logic, .logic), (_, .any): true
    case (.name(let name), .choice(let names)): names.contains(name)
    case (.list(let elements), .list(let kind)): elements.allSatisfy { fits($0, kind) }
    case (.call(let call), .call(let category)):
      Words.vocabulary.thing(call.name, in: category).map { about in
        call.arguments.names.allSatisfy { name in
          guard let parameter = about.parameter(name), let value = call.arguments[name] else {
            return false
          }
          return fits(value, parameter.kind)
        }
      } ?? false
    default: false
    }
  }

  /// Words whose example would need a file beside it.
  private static let withoutExample: Set<String> = ["verb include"]

  @Test(arguments: Word.all) func itHasAnExampleThatChecks(word: Word) {
    #expect(
      !word.about.examples.isEmpty || Self.withoutExample.contains(word.testDescription))
    for example in word.about.examples {
      let problems = Self.problems(in: example.code)
      #expect(problems.isEmpty, "\(example.code)\n\(problems.joined(separator: "\n"))")
    }
  }

  /// Diagnostics of an example, in which names that the page takes for granted are bound before.
  private static func problems(in code: String) -> [String] {
    let session = Session(SessionOptions()) { _ in }
    let source = Source(name: "example", text: Self.granted(code) + code)
    return session.check(source).diagnostics.map { "\($0.code.id) \($0.message)" }
  }

  /// Statements that bind the names an example uses and does not bind.
  private static func granted(_ code: String) -> String {
    let words = Set(code.matches(of: /\w+/).map { String($0.0) })
    let bound = Set(code.matches(of: /(?m)^(\w+) *=/).map { String($0.1) })
    let needs = { (name: String) in words.contains(name) && !bound.contains(name) }
    var text = ""
    let run = needs("first"), study = needs("study")
    if needs("spirals") || run || study { text += "spirals = data spirals samples=200\n" }
    if needs("mad") { text += "mad = data madelon\n" }
    if needs("net") || run || study { text += "net = network in-16-out\n" }
    if run { text += "first = train net data=spirals epochs=2 batch=50\n" }
    if study { text += "study = compare net data=spirals epochs=1 batch=50 over seed=1..2\n" }
    return text.contains("spirals =") && code.contains("spirals =")
      ? text.replacing("spirals = data spirals samples=200\n", with: "") : text
  }

  /// Examples that read files which are not here.
  private static func needsFiles(_ code: String) -> Bool {
    let others = [
      "isolet", "mnist", "data har", "cnae9", "micromass", "epilepsy", "coil100", "load ",
      "include ", "data \"", "save ", "to=\"",
    ]
    return others.contains { code.contains($0) }
  }

  @Test(arguments: Word.all) func itsExamplesRun(word: Word) {
    for example in word.about.examples where !Self.needsFiles(example.code) {
      var problems: [String] = []
      let session = Session(SessionOptions()) { event in
        if case .problem(let diagnostic) = event { problems.append(diagnostic.message) }
      }
      // Madelon in small, so that all examples together take seconds.
      let code = (Self.granted(example.code) + example.code)
        .replacing(/data madelon\b(?! features)/, with: "data madelon samples=200 features=40")
        .replacing("network in-1000*3-out", with: "network in-20*3-out")
      let checked = session.check(Source(name: "example", text: code))
      guard checked.isSound else {
        Issue.record("\(code) does not check")
        continue
      }
      guard case .completed = session.run(checked) else {
        Issue.record("\(code)\nfails: \(problems)")
        continue
      }
    }
  }

  @Test func everyWordHasItsPage() {
    for word in Word.all {
      let page = Reference.page(for: word.about.name)
      #expect(page?.contains(word.about.summary) == true, "\(word.testDescription)")
    }
    for category in Reference.categories {
      let page = Reference.page(for: category.plural) ?? ""
      for other in Reference.pages(category) { #expect(page.contains("\(other.about.name) (")) }
    }
    // `set` is a verb too, which is no policy.
    #expect(Reference.page(for: "policies")?.contains("(verb)") == false)
  }
}
