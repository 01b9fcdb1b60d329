import Catalogue
import Language
import Testing

@Suite struct ParserTests {
  private func tree(_ text: String, mode: SourceMode = .file) -> String {
    let program = Parser.parse(
      Source(name: "test", text: text), vocabulary: Toy.vocabulary, mode: mode)
    guard let first = program.diagnostics.first else { return SyntaxText.text(program) }
    return "\(first.code): \(first.message)"
  }

  @Test(arguments: [
    ("mad = data madelon", "(= mad (data madelon))"),
    ("data spirals samples=200 noise=0.2", "(data spirals samples=200 noise=0.2)"),
    ("data spirals(samples=200) seed=3", "(data (call spirals samples=200) seed=3)"),
    (
      #"d = data "iris.csv" label=first drop=["id", 2]"#,
      #"(= d (data "iris.csv" label=first drop=["id" 2]))"#
    ),
    (
      "net = network in-1000*3-out sparse=epsilon(20) dropout=30%",
      "(= net (network in-1000*3-out sparse=(call epsilon 20) dropout=0.3(%)))"
    ),
    ("network 784 - 1000 * 3 - 10", "(network 784-1000*3-10)"),
    ("network 1k-10 bias=false", "(network 1000-10 bias=false)"),
    ("train net data=mad lr=-1", "(train net data=mad lr=(- 1))"),
    ("train net data=mad lr=(base / 2)", "(train net data=mad lr=(/ base 2))"),
    ("train nets[1] data=a.b[-1] seed=1", "(train (at nets 1) data=(at (. a b) (- 1)) seed=1)"),
    (
      "s = compare a, b data=mad over policy=[set, codaset] seed=1..5 lr=0..1 by 0.1",
      "(= s (compare a , b data=mad over policy=[set codaset] seed=(.. 1 5) lr=(.. 0 1 0.1)))"
    ),
    ("compare a b data=mad over seed=1..5", "(compare a , b data=mad over seed=(.. 1 5))"),
    (
      "report first show=[summary, accuracy,] to=\"a.html\"",
      "(report first show=[summary accuracy] to=\"a.html\")"
    ),
    ("print \"a\" x + 1, [1] (2)", "(print \"a\" , (+ x 1) , [1] , 2)"),
    ("print x[1] x [1]", "(print (at x 1) , x , [1])"),
    ("assert a.b == codacorset \"no\"", "(assert (== (. a b) codacorset) , \"no\")"),
    ("assert a == set, \"no\"", "(assert (== a set) , \"no\")"),
    ("help train; help; set threads=2", "(help train)\n(help)\n(set threads=2)"),
    ("include \"a.sparse\"", "(include \"a.sparse\")"),
    ("data = 3", "E0207: `data` is a verb and cannot be a name"),
  ])
  func sentences(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test(arguments: [
    ("1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"), ("2 ^ 3 ^ 2", "(^ 2 (^ 3 2))"),
    ("-2 ^ 2", "(- (^ 2 2))"), ("2 ^ -3 * 4", "(* (^ 2 (- 3)) 4)"),
    ("not a == b and c or d", "(or (and (not (== a b)) c) d)"),
    ("a < b and not c", "(and (< a b) (not c))"), ("(1 + 2) * 3", "(* (+ 1 2) 3)"),
    ("1..n - 1", "(.. 1 (- n 1))"), ("0..1 by 0.1", "(.. 0 1 0.1)"),
    ("7 % 3", "(% 7 3)"), ("7%3", "(% 7 3)"), ("30% + 1", "(+ 0.3(%) 1)"),
    ("90s + 5min - 1h", "(- (+ 90s 300s) 3600s)"),
    ("a.b.c[2](1)", "E0301: only functions can be called"),
    ("f(1, x=2,)", "(call f 1 x=2)"), ("f()", "(call f)"), ("[]", "[]"), ("[1,\n2\n]", "[1 2]"),
    ("(1\n+ 2)", "(+ 1 2)"), (#""q\"\\\n\t\u{e9}""#, "\"q\"\\\n\té\""),
    ("x = 1 # note", "(= x 1)"), ("größe = 60k", "(= größe 60000)"), ("1.5M", "1500000"),
    ("a < b < c", "E0301: comparisons do not chain"),
  ])
  func expressions(text: String, expected: String) {
    #expect(tree(text) == expected)
  }

  @Test func blockFormIsTheSameSentence() {
    let line = "s = compare net data=mad epochs=3 over policy=[set] seed=1..5"
    let block = """
      s = compare net {
        data=mad      # the data
        epochs=3;

        over policy=[
          set
        ]
        seed=1..5
      }
      """
    #expect(tree(line) == tree(block))
    #expect(tree(block).hasPrefix("(= s (compare"))
  }

  @Test func documentationIsAttachedToTheNextStatement() {
    let text = "x = 1 ## not this\n## the rate\n##  of learning\n# plain\n\nlr = 2\nprint lr"
    #expect(tree(text) == "(= x 1)\n(## \"the rate\n of learning\" (= lr 2))\n(print lr)")
  }

  @Test(arguments: [
    ("?train", "(help train)"), ("??set", "(source set)"), ("!ls -l 'x'", "(shell ls -l 'x')"),
    ("%time train net", "(magic time | train net)"), ("train?", "(help train)"),
    (" first?? ", "(source first)"),
    ("x = (7\n% 3)", "(= x (% 7 3))"),
  ])
  func promptCommands(text: String, expected: String) {
    #expect(tree(text, mode: .prompt) == expected)
  }

  @Test func promptCommandsAreErrorsInFiles() {
    #expect(tree("?train").hasPrefix("E0309"))
    #expect(tree("x = 1\n%who").hasPrefix("E0309"))
  }

  @Test func tokensCoverTheText() {
    let text = "\u{FEFF}a = \"b\" # c\r\n\t30% ¬ 'x' \u{1F600}\r!= 1e5x ..5"
    let source = Source(name: "test", text: text)
    let tokens = Lexer.tokens(of: source).all
    #expect(tokens.map { source.text($0.range) }.joined() == text)
    #expect(tokens.last?.kind == .end)
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    let count = 10_000
    let deep = String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count)
    #expect(tree("x = " + deep).hasPrefix("E0308"))
    #expect(tree("x = " + String(repeating: "[", count: count)).hasPrefix("E0308"))
    #expect(tree("x = 1" + String(repeating: "+1", count: count)).hasPrefix("E0308"))
    #expect(tree("x = " + String(repeating: "-", count: count) + "1").hasPrefix("E0308"))
    #expect(tree("x = " + String(repeating: "not ", count: count) + "true").hasPrefix("E0308"))
    #expect(tree("x = 2" + String(repeating: "^2", count: count)).hasPrefix("E0308"))
    #expect(tree("x = a" + String(repeating: ".b", count: count)).hasPrefix("E0308"))
    #expect(tree("x = a" + String(repeating: "[1]", count: count)).hasPrefix("E0308"))
    #expect(tree("train n data=" + String(repeating: "f(", count: count)).hasPrefix("E0308"))
  }

  @Test func parsingGoesOnAfterAMistake() {
    let text = "x = )\ny = 2\ntrain net epochs= \nz = (1 + \ntrain net data=mad\nprint y"
    let program = Parser.parse(
      Source(name: "test", text: text), vocabulary: Toy.vocabulary, mode: .file)
    #expect(program.diagnostics.map(\.code.id) == ["E0303", "E0301", "E0302"])
    #expect(SyntaxText.text(program) == "(= y 2)\n(train net data=mad)\n(print y)")
    #expect(program.lostNames.map(\.text) == ["x", "z"])
  }
}
