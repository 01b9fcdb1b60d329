import Language
import Testing

@Suite struct CompletenessTests {
  @Test(arguments: [
    ("", Completeness.complete), ("x = 1", .complete), ("train net {", .incomplete(indent: 2)),
    ("train net {\n  show=[a,", .incomplete(indent: 4)), ("x = (1 +", .incomplete(indent: 2)),
    ("x = f(a, [1,\n", .incomplete(indent: 4)), ("x = (1]", .invalid), ("x = )", .invalid),
    ("print \"open", .invalid), ("train net data=", .invalid),
    ("x = 1\ny = [1,", .incomplete(indent: 2)),
    ("x = ;\ny = [1,", .invalid), ("## note", .incomplete(indent: 0)), ("## note\n", .complete),
    ("## note\nx = 1", .complete), ("# note", .complete), ("!ls (", .complete),
    ("compare net over", .invalid),
    ("data", .invalid), ("train net {\n data=mad\n}", .complete), ("x = {", .invalid),
    ("%time x = (", .complete),
  ])
  func inputs(text: String, expected: Completeness) {
    #expect(ToySession().interpreter.completeness(of: text) == expected)
  }
}
