import Catalogue
@testable import Language
import TestSupport
import Testing

/// What canonical layout is, and that a program says the same in it.
@Suite struct LayoutTests {
  static func canonical(_ text: String, mode: SourceMode = .file) throws(LayoutRefusal) -> String {
    try Layout.canonical(
      Source(name: "test", text: text), vocabulary: Toy.vocabulary, mode: mode)
  }

  @Test(arguments: LayoutPair.all) func anUntidyProgram(pair: LayoutPair) throws {
    #expect(try Self.canonical(pair.untidy) == pair.canonical)
  }

  @Test(arguments: LayoutPair.all) func itsLayoutIsItsOwn(pair: LayoutPair) throws {
    #expect(try Self.canonical(pair.canonical) == pair.canonical)
  }

  /// The trees are compared, too, by a way that the layout itself does not go.
  @Test(arguments: LayoutPair.all) func itSaysTheSame(pair: LayoutPair) {
    #expect(Self.tree(pair.untidy) == Self.tree(pair.canonical))
  }

  static func tree(_ text: String, mode: SourceMode = .file) -> String {
    SyntaxText.text(
      Parser.parse(Source(name: "test", text: text), vocabulary: Toy.vocabulary, mode: mode))
  }

  // MARK: What is refused

  @Test func mistakesAreTold() throws {
    for (text, code) in [
      ("x = [1, 2\n", "E0302"), ("x = \"a\n", "E0105"), ("x = 1 2\n", "E0301"),
      ("%time x\n", "E0309"),
    ] {
      let refusal = #expect(throws: LayoutRefusal.self) { try Self.canonical(text) }
      #expect(refusal?.diagnostics.map(\.code.id) == [code])
      #expect(refusal?.isText == true)
    }
  }

  @Test func unknownNamesAreNoMatterOfLayout() throws {
    #expect(try Self.canonical("x=nothing(1)\nx=train y\n") == "x = nothing(1)\nx = train y\n")
  }

  @Test(arguments: [[0x23, 0xFF], [0x78, 0x3D, 0xC3, 0x28], [0x23, 0x00]])
  func bytesThatAreNoTextAreToldWithTheirPlace(bytes: [UInt8]) {
    let refusal = #expect(throws: LayoutRefusal.self) {
      try Layout.canonical(
        Source(name: "test", bytes: bytes), vocabulary: Toy.vocabulary, mode: .file)
    }
    #expect(refusal?.isText == false)
    let places = refusal?.diagnostics.map { [$0.code.id, "\($0.span.range.lowerBound)"] }
    #expect(
      places == [["E0102", "\(bytes.firstIndex { $0 == 0xFF || $0 == 0xC3 || $0 == 0 } ?? 0)"]])
  }

  // MARK: At the prompt

  @Test func commandsOfThePromptStay() throws {
    let text = "x=1\n%time  train  net \n!ls  -l\n"
    #expect(try Self.canonical(text, mode: .prompt) == "x = 1\n%time  train  net \n!ls  -l\n")
    #expect(try Self.canonical("train?", mode: .prompt) == "train?")
  }

  // MARK: The check

  /// Each of these texts differs from the program below in something that is not layout.
  @Test(arguments: [
    "a = abs (x)  # one\nb = 2\n", "a = abs(x)\nb = 2\n", "a = abs(x)  # two\nb = 2\n",
    "a = abs(x)\n# one\nb = 2\n", "a = abs(x)  # one\nb = 3\n", "a = abs(x)  # one\n",
    "a = abs(\nx)  # one\nb = 2\n", "a = abs(x)  # one\nb = 2; c = 3\n",
    "a = abs(x  # one\nb = 2\n",
  ])
  func theCheckSeesWhatIsNotLayout(other: String) {
    let old = Self.program("a=abs( x ) # one \n\nb = 2")
    #expect(LayoutCheck.difference(old, Self.program("a = abs(x)  # one\nb = 2\n")) == nil)
    let difference = LayoutCheck.difference(old, Self.program(other))
    #expect(difference?.code.id == "E0901")
    #expect(difference?.hint != nil)
  }

  private static func program(_ text: String) -> Program {
    Parser.parse(Source(name: "test", text: text), vocabulary: Toy.vocabulary, mode: .file)
  }
}
