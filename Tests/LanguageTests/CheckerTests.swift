import Catalogue
import Language
import Testing

@Suite struct CheckerTests {
  private let setup = "mad = data madelon\nnet = network in-10-out\nfirst = train net data=mad\n"

  private func codes(_ text: String) -> [String] { ToySession().codes(setup + text) }

  @Test(arguments: [
    "train first.network data=mad", "x = first.accuracy_curve[1] + 1",
    "train net data=mad epochs=first.epochs",
    "x = 3\nf = x\ntrain net data=mad epochs=f", "p = first.policy\ntrain net data=mad policy=p",
    "p = codacorset(zeta=10%)\ntrain net data=mad policy=p", "train net data=mad policy=(set)",
    "plot degrees(first, 2, out)", "plot [first.accuracy, 0.5]",
    "data \"x.csv\" test=\"y.csv\" drop=3",
    "x1 = \"a\"\ndata \"x.csv\" drop=[x1, 3]", "data \"x.csv\" test=0.2 label=3",
    "report first show=summary",
    "r = [first, first]\nreport r[1]", "s = compare net data=mad over seed=3\nreport s.runs[1]",
    "compare net data=mad over samples=[100, 200] noise=0..1 by 0.5 sparse=[none, epsilon(3)]",
    "print first == set, set == first.policy", "assert first.digest == \"x\"",
    "help codaset\nhelp anything",
    "describe 3 + 4", "train net data=mad lr=(mean(1, 2))", "## note\nx = 3",
    "l = 5min\ntrain net data=mad limit=l",
    "seeds = [1, 2]\ncompare net data=mad over seed=seeds",
    "compare net, first.network data=mad over lr=[0.1]",
  ])
  func sound(text: String) {
    #expect(codes(text) == [])
  }

  @Test(arguments: [
    ("train first data=mad", ["E0404"]), ("train net data=first.network", ["E0404"]),
    ("x = first.accuracy_curve\ntrain net data=mad epochs=x", ["E0408"]),
    ("x = \"a\"\ntrain net data=mad lr=x", ["E0404"]),
    ("p = relu\ntrain net data=mad policy=p", ["E0404"]),
    ("train net data=mad policy=codaset(zeta=first)", ["E0404"]),
    ("train net data=mad policy=codaset(zta=10%, 3, 4)", ["E0314", "E0401", "E0409", "E0410"]),
    ("plot degrees(first, side=left)", ["E0407"]),
    ("plot first.accuracy_curve[\"a\"]", ["E0404"]),
    ("compare net data=mad over policy=[set, stc] zeta=[10, 20%]", ["E0204", "E0409"]),
    ("assert first.accuracy_curve", ["E0404"]), ("print first.policy.zeta", ["E0205"]),
    ("report [first]", ["E0408"]), ("data \"x.csv\" drop=x1", ["E0201"]),
    ("print nope nope", ["E0201", "E0201"]),
    ("x = nope\nprint x.y + 1", ["E0201"]),
    ("policy set(zeta=10%) zeta=20%", ["E0403"]), ("policy set(10%) zeta=20%", ["E0403"]),
    ("x = )\nprint x", ["E0303"]), ("data madelon noise=3", ["E0401"]),
    ("data \"a\" samples=3", ["E0401"]),
    ("policy set zeta=0%", ["E0405"]), ("train net data=mad seed=1e16", ["E0406"]),
  ])
  func mistakes(text: String, expected: [String]) {
    #expect(codes(text).sorted() == expected)
  }

  @Test func mistakesComeInTheOrderOfTheirPlaces() {
    let diagnostics = ToySession().diagnostics("print b\nx = (\nprint a + )\nprint c")
    let offsets = diagnostics.map(\.span.range.lowerBound)
    #expect(offsets == offsets.sorted())
    #expect(diagnostics.count >= 3)
  }

  /// Suggestions offer only what the place takes.
  @Test func suggestionsFitTheirPlace() {
    let session = ToySession()
    let text = setup + "setts = 3\ntrain net data=mad policy=sett\ntrain net data=firs\nprint firs"
    let hints = session.diagnostics(text).map(\.hint)
    #expect(
      hints == [
        "did you mean `set`?", "make one first, as in: firs = data …", "did you mean `first`?",
      ])
  }

  /// Beyond what is told nothing is sought, or many mistakes among many names would take hours.
  @Test func suggestionsEndWhereMistakesAreNoLongerTold() {
    let lines = (0..<20_000).map { "weight_\($0) = weigth_\($0) + wieght_\($0)" }
    let hints = ToySession().diagnostics(lines.joined(separator: "\n")).map(\.hint)
    #expect(hints.count == 40_000)
    #expect(hints[2..<Diagnostic.told].allSatisfy { $0?.hasPrefix("did you mean") == true })
    #expect(hints[Diagnostic.told...].allSatisfy { $0 == nil })
  }

  @Test func manyMistakesTakeLittleTime() {
    let lines = Array(repeating: "x = (1 ]\ny = train )\nz = [(\n", count: 5000).joined()
    let start = ContinuousClock.now
    #expect(ToySession().diagnostics(lines).count >= 10_000)
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
