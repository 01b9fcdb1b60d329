import Catalogue
import Language
import Testing

@Suite struct InterpreterTests {
  let session = ToySession()

  private static let setup = """
    mad = data madelon samples=50
    net = network in-1000*3-out sparse=epsilon(7)
    """

  @Test func invocationsAreComplete() throws {
    session.run(Self.setup)
    let data = session.host.invocations[0]
    guard case .thing(let call) = data.subject else {
      Issue.record("the subject is a registered thing")
      return
    }
    #expect(call.name == "madelon" && call.arguments.integer("samples") == 50)
    #expect(data.arguments.names == ["drop", "format", "label", "samples", "scale", "seed"])
    #expect(data.arguments.integer("samples") == 50)
    #expect(data.given == ["samples"])
    #expect(data.name == "mad")
    #expect(data.span.text == "mad = data madelon samples=50")
    let network = session.host.invocations[1]
    guard case .shape(let items) = network.subject else {
      Issue.record("the subject is a shape")
      return
    }
    #expect(items == [ShapeItem(.input), ShapeItem(.neurons(1000), count: 3), ShapeItem(.output)])
    #expect(network.arguments.call("sparse").arguments.number("value") == 7)
    #expect(network.arguments.call("activation").name == "relu")
    #expect(!network.arguments.has("limit"))
  }

  @Test func namesMeanWhatTheirPlaceTakes() {
    session.run(Self.setup)
    session.run("slow = policy codacorset zeta=10%\nrate = 0.5")
    #expect(session.run("train net data=mad policy=slow lr=(rate / 2) limit=2min") == nil)
    let arguments = session.host.invocations.last?.arguments
    #expect(arguments?.call("policy").name == "codacorset")
    #expect(arguments?.call("policy").arguments.number("zeta") == 0.1)
    #expect(arguments?.number("lr") == 0.25)
    #expect(arguments?.number("limit") == 120)
    #expect((arguments?["data"]).map { "\($0)" } == "…")
    #expect(session.run("d = data \"a.csv\" label=first drop=[\"id\", 3] scale=none") == nil)
    let data = session.host.invocations.last?.arguments
    #expect(data?.choice("label") == "first")
    #expect(data?.list("drop").map(\.description) == ["\"id\"", "3"])
    #expect(session.run("report mad show=summary") == nil)
    #expect(session.host.invocations.last?.arguments.list("show").count == 1)
  }

  @Test func factorsCarryValuesAndTexts() {
    session.run(Self.setup)
    session.run("grow = policy set zeta=20%")
    let failure = session.run(
      "compare net data=mad over policy=[set, codaset(zeta=10%), grow] seed=1..3 dropout=[0, 50%]")
    #expect(failure == nil)
    let factors = session.host.invocations.last?.factors ?? []
    #expect(factors.map(\.name) == ["policy", "seed", "dropout"])
    #expect(factors[0].texts == ["set", "codaset(zeta=10%)", "grow"])
    let zetas = factors[0].values.map { value in
      if case .call(let call) = value { call.arguments.number("zeta") } else { Double.nan }
    }
    #expect(zetas == [0.3, 0.1, 0.2])
    #expect(factors[1].texts == ["1", "2", "3"])
    #expect(factors[2].values.map(\.description) == ["0", "0.5"])
  }

  @Test func resultsAreReportedAndRemembered() {
    session.run("6 * 7", input: 1)
    session.run("x = _ + 1", input: 2)
    session.run("print x _ _1 _2", input: 3)
    #expect(session.host.output == ["43 43 42 43"])
    #expect(session.host.results.map(\.isUnnamed) == [true, false])
    #expect(session.host.results.map(\.name) == [nil, "x"])
    #expect(session.interpreter.environment.names == ["x"])
  }

  @Test func rebindingMakesANewVersionAtThePrompt() {
    session.run("x = 1", input: 1)
    #expect(session.run("## again\nx = 2", input: 2) == nil)
    let binding = session.interpreter.environment["x"]
    #expect(binding?.version == 2)
    #expect(binding?.documentation == "again")
    #expect(session.run("x = 1\nx = 2", mode: .file)?.code.id == "E0203")
  }

  @Test func aFailureStopsAndKeepsWhatRan() {
    let failure = session.run("a = 1\nb = [1][a + 1]\nc = 3")
    #expect(failure?.code.id == "E0505")
    #expect(session.interpreter.environment.names == ["a"])
  }

  @Test func anUnsoundProgramDoesNotStart() {
    session.run("print \"started\"\nprint nope")
    #expect(session.host.output.isEmpty)
  }

  @Test(arguments: [
    (ErrorPlace.statement, "r = train net data=mad epochs=3"), (.subject, "net"),
    (.key("epochs"), "3"),
    (.key("batch"), "r = train net data=mad epochs=3"),
    (.file(path: "isolet.csv", line: 12, column: 3), "net"),
  ])
  func errorsOfTheHostFindTheirPlace(place: ErrorPlace, text: String) {
    session.run(Self.setup)
    session.host.failures["train"] = ToyError(place: place)
    let failure = session.run("r = train net data=mad epochs=3")
    #expect(failure?.code.id == "E0599")
    #expect(failure?.message == "the toy broke")
    #expect(failure?.hint == "mend it")
    #expect(failure?.span.text == text)
    if case .file = place { #expect(failure?.labels.first?.text == "isolet.csv:12:3") }
  }

  @Test func errorsOfFunctionsAndMembersFindTheirPlace() {
    session.run(Self.setup + "\nr = train net data=mad")
    session.host.failures["ara"] = ToyError(place: .key("b"))
    #expect(session.run("print ara(r, 2)")?.span.text == "2")
    #expect(session.run("print ara(b=3, run=r)")?.span.text == "3")
    #expect(session.run("print ara(r)")?.span.text == "ara(r)")
    #expect(session.run("print r.digest")?.span.text == "digest")
    #expect(session.run("print r.best_accuracy")?.code.id == "E0205")
  }

  @Test func foreignErrorsAreOurs() {
    session.run(Self.setup)
    session.host.failures["train"] = ForeignError()
    let failure = session.run("train net data=mad")
    #expect(failure?.code.id == "E0901")
    #expect(failure?.hint?.contains("report") == true)
  }

  @Test func policiesEqualTheirNames() {
    session.run(Self.setup + "\ns = compare net data=mad over seed=1..2")
    #expect(session.run("assert s.best.policy == codacorset") == nil)
    #expect(session.run("assert set == s.best.policy")?.code.id == "E0501")
    #expect(session.run("assert codacorset == s.runs[1].policy") == nil)
  }

  @Test func assertionsSayWhatWasCompared() {
    session.run("x = 3")
    let failure = session.run("assert x * 2 > 7 \"too\" + \" small\"")
    #expect(failure?.message == "assertion failed: too small")
    #expect(failure?.labels.first?.text == "6 > 7 is false")
    #expect(session.run("assert not (x == 3)")?.labels.first?.text == "this is false")
  }

  @Test func interruptionEndsTheProgram() {
    session.host.isInterrupted = true
    let checked = session.interpreter.check(Source(name: "a", text: "print 1"), mode: .file)
    guard case .interrupted = session.interpreter.run(checked) else {
      Issue.record("the program was not interrupted")
      return
    }
    #expect(session.host.output.isEmpty)
  }

  @Test func includesShareNamesAndRunOnce() {
    session.host.files = [
      "common.sparse": "## shared\nrate = 0.5\nprint \"once\"",
      "outer.sparse": "include \"common.sparse\"\ndouble = rate * 2",
    ]
    let failure = session.run(
      "include \"common.sparse\"; include \"outer.sparse\"\nprint rate double", mode: .file)
    #expect(failure == nil)
    #expect(session.host.output == ["once", "0.5 1"])
    #expect(session.interpreter.environment["rate"]?.span.source.name == "common.sparse")
  }

  @Test func failuresInIncludesSayWhoIncluded() {
    session.host.files = ["bad.sparse": "x = [1][2 * 1]", "worse.sparse": "y = nope"]
    let failure = session.run("include \"bad.sparse\"")
    #expect(failure?.span.source.name == "bad.sparse")
    #expect(failure?.labels.last?.text == "included here")
    #expect(session.run("include \"worse.sparse\"")?.span.source.name == "worse.sparse")
    #expect(session.run("include \"none.sparse\"")?.span.text == "\"none.sparse\"")
  }

  @Test func includeCyclesNameTheirChain() {
    session.host.files = ["a.sparse": "include \"b.sparse\"", "b.sparse": "include \"a.sparse\""]
    let failure = session.run("include \"a.sparse\"")
    #expect(failure?.code.id == "E0208")
    #expect(
      failure?.message.hasSuffix("`a.sparse` includes `b.sparse` includes `a.sparse`") == true)
  }
}
