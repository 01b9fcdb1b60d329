import Catalogue
import Language
import Testing

@Suite struct CompletionTests {
  let session = ToySession()

  private func words(_ text: String, at offset: Int? = nil) -> [String] {
    session.interpreter.complete(text, at: offset ?? text.unicodeScalars.count).candidates.map(
      \.text)
  }

  private static let setup = """
    mad = data madelon
    net = network in-10-out
    first = train net data=mad
    grow = policy codaset
    rate = 0.1
    """

  @Test func aStatementBeginsWithAVerbOrAName() {
    session.run(Self.setup)
    let all = words("")
    #expect(all.starts(with: ["data", "network", "policy", "train"]))
    #expect(all.contains("first"))
    #expect(words("tr") == ["train"])
    #expect(words("x = 1; tr") == ["train"])
    #expect(words("x = fi") == ["first"])
  }

  @Test func subjectsAreOfTheRightKind() {
    session.run(Self.setup)
    #expect(words("data ") == ["madelon", "spirals"])
    #expect(words("train ") == ["net"])
    #expect(words("policy c") == ["codaset", "codacorset"])
    #expect(words("report ") == ["first", "mad", "net"])
    #expect(words("network ") == ["in"])
    #expect(words("include ") == [])
    #expect(words("help tra") == ["train"])
  }

  @Test func keysAreOfferedOnce() {
    session.run(Self.setup)
    #expect(words("train net e") == ["epochs="])
    #expect(words("train net epochs=3 e") == [])
    #expect(words("train net b").contains("batch="))
    #expect(words("train net e epochs=3", at: 11) == [])
    #expect(words("train net e=3", at: 11) == ["epochs"])
    #expect(words("data spirals n") == ["noise="])
    #expect(words("compare net data=mad o").contains("over"))
    #expect(words("train net {\n  data=mad\n  epo") == ["epochs="])
  }

  @Test func factorsMayBelongToOthers() {
    session.run(Self.setup)
    #expect(words("compare net data=mad over ze") == ["zeta="])
    #expect(words("compare net data=mad over drop") == ["drop=", "dropout="])
    #expect(words("compare net data=mad over policy=[set, c") == ["codaset", "codacorset"])
  }

  @Test func valuesAreOfTheKeysKind() {
    session.run(Self.setup)
    #expect(words("train net data=") == ["mad"])
    #expect(words("train net policy=") == ["static", "set", "codaset", "codacorset", "grow"])
    #expect(words("data \"a\" scale=") == ["standard", "minmax", "none"])
    #expect(words("train net quiet=").starts(with: ["true", "false"]))
    #expect(
      words("report first show=[summary, ") == ["summary", "accuracy", "degrees", "features"])
    #expect(words("train net lr=ra") == ["rate"])
    let epochs = session.interpreter.complete("train net epochs=", at: 17)
    #expect(epochs.expecting == "a whole number from 0 (default 10)")
  }

  @Test func callsOfferTheirArguments() {
    session.run(Self.setup)
    #expect(words("train net policy=codacorset(").contains("zeta="))
    #expect(words("train net policy=codacorset(zeta=10%, ") == ["samples="])
    #expect(words("print degrees(first, side=i") == ["in"])
    #expect(words("print degrees(first, s").contains("side="))
    #expect(words("print degrees(first, side=") == ["in", "out"])
    #expect(words("print ara(f") == ["first"])
  }

  @Test func membersAreOfTheObject() {
    session.run(Self.setup)
    #expect(words("print first.acc") == ["accuracy", "accuracy_curve"])
    #expect(words("print first.network.") == [])
    #expect(words("x = train net data=mad\nprint x.best") == ["best_accuracy"])
    #expect(words("assert first.policy == co").starts(with: ["codaset", "codacorset"]))
  }

  @Test func textsAndCommentsOfferNothing() {
    let inText = session.interpreter.complete("include \"com", at: 12)
    #expect(inText.isInText && inText.candidates.isEmpty)
    let path = session.interpreter.complete("mad = data \"/tmp/a-b/c.cs", at: 25)
    #expect(path.isInText && path.start == 12)
    #expect(words("print 1 # tr") == [])
    #expect(words("x = 60k") == [])
    #expect(words("%ti") == [])
    #expect(words("?tra") == ["train"])
  }

  @Test func placesCountUnicodeScalars() {
    let completion = session.interpreter.complete("größe = 1; tr", at: 13)
    #expect(completion.start == 11)
    #expect(completion.candidates.map(\.text) == ["train"])
  }

  /// At the start of every word of a program that is right, the word itself is offered.
  @Test func everyWordOfAProgramIsOffered() throws {
    let text = """
      mad = data madelon samples=100 seed=3
      file = data "a.csv" label=first scale=none test=20% format=csv
      net = network in-1000*3-out sparse=epsilon(20) activation=leaky_relu(slope=0.1)
      grow = policy codacorset zeta=25%
      first = train net data=mad policy=grow epochs=3 optimizer=sgd(lr=0.1) quiet=true
      study = compare net net data=mad { epochs=3 over policy=[set, codaset(zeta=10%), grow] seed=1..2 zeta=[10%] }
      print first.accuracy first.accuracy_curve[count(mad)] degrees(first, side=out)
      assert study.best.policy == codacorset and not first.completed
      report first show=[summary, accuracy] to="a.html"
      plot first.accuracy_curve - [0.1] title="gap"
      rate = first.epochs + mean(first.accuracy_curve)
      save first to="x.npz"; help train
      set threads=2
      """
    let source = Source(name: "test", text: text)
    let program = Parser.parse(source, vocabulary: Toy.vocabulary, mode: .prompt)
    try #require(program.diagnostics.isEmpty)
    let bound = Set(program.statements.compactMap { $0.name?.span.range })
    let reserved: Set<TokenKind> = [.over, .true, .and, .not]
    var tried = 0
    for token in program.tokens where token.kind == .name || reserved.contains(token.kind) {
      guard !bound.contains(token.range) else { continue }
      tried += 1
      let word = source.text(token.range)
      let start = source.scalarOffset(ofByte: token.range.lowerBound)
      // As when it is being typed: nothing follows yet.
      let offered = words(source.text(0..<token.range.lowerBound), at: start)
      if !offered.contains(word), !offered.contains(word + "=") {
        Issue.record(
          "`\(word)` at \(source.position(at: token.range.lowerBound)) is not among \(offered)")
      }
    }
    #expect(tried > 80)
  }
}
