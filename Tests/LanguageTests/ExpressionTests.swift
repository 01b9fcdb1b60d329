import Testing

/// The values of expressions, as `Out` shows them, or the code of what goes wrong.
@Suite struct ExpressionTests {
  @Test(arguments: [
    ("6 * 7", "42"), ("30%", "0.3"), ("1 / 4", "0.25"), ("2 ^ 10", "1024"), ("2 ^ 3 ^ 2", "512"),
    ("-2 ^ 2", "-4"), ("-7 % 3", "2"), ("7 % -3", "-2"), ("7.5 % 2", "1.5"), ("1e-3", "0.001"),
    ("60k + 1.5M", "1560000"), ("0.1 + 0.2", "0.30000000000000004"), ("-0", "0"),
    ("\"a\" + \"b\"", "\"ab\""), ("\"a\" < \"b\"", "true"), ("\"tab\\t\\\"\"", "\"tab\\t\\\"\""),
    ("90s + 5min", "390s"), ("1h / 60", "1min"), ("1h / 30min", "2"), ("2 * 90s", "3min"),
    ("1 < 2 and not (2 < 1)", "true"), ("false or true", "true"), ("1 == 1.0", "true"),
    ("1 == \"1\"", "false"), ("[1, 2] == 1..2", "true"), ("[1, 2] != [1, 3]", "true"),
    ("[1, 2, 3][2]", "2"), ("[1, 2, 3][-1]", "3"), ("(1..5)[3]", "3"),
    ("[1..3, 9]", "[1, 2, 3, 9]"),
    ("[1, 2] + [10, 20]", "[11, 22]"), ("[1, 2] * 2", "[2, 4]"), ("1 - [1, 2]", "[0, -1]"),
    ("-[1, 2]", "[-1, -2]"),
    ("1..3", "1..3"), ("0..1 by 0.25", "0..1 by 0.25"), ("(0..1 by 0.1)[-1]", "1"),
    ("5..3", "5..3"),
    ("count(0..1 by 0.1)", "11"), ("count(5..1 by 1)", "0"), ("sum(1..100)", "5050"),
    ("sum([])", "0"),
    ("mean(1, 2, 6)", "3"), ("mean([1, 2], 6)", "3"), ("median(4, 1, 3, 2)", "2.5"),
    ("median(5)", "5"),
    ("sd(1, 2, 3)", "1"), ("min(3, [1, 2])", "1"), ("max(3, 1)", "3"), ("count([1, \"a\"])", "2"),
    ("abs([-1, 2])", "[1, 2]"), ("sqrt(16)", "4"), ("exp(0)", "1"), ("log(1)", "0"),
    ("round(2.5)", "3"), ("round(-2.345, 2)", "-2.35"), ("round(1e300, 15)", "1e+300"),
    ("(set)", "set"), ("epsilon(20)", "epsilon(20)"), ("codaset(zeta=30%)", "codaset(zeta=0.3)"),
    ("(set) == set", "true"), ("codaset(zeta=30%) == codaset", "true"), ("codaset == set", "false"),
    ("codaset(zeta=30%) == codaset(zeta=20%)", "false"),
  ])
  func values(expression: String, expected: String) {
    #expect(ToySession.value(expression) == expected)
  }

  @Test(arguments: [
    ("1 / 0", "E0502"), ("1 % 0", "E0502"), ("[1] / 0", "E0502"), ("1e308 * 10", "E0503"),
    ("10 ^ 400", "E0503"), ("exp(1000)", "E0503"), ("(0 - 8) ^ 0.5", "E0504"),
    ("mean([])", "E0504"),
    ("sd(1)", "E0504"), ("[1][2]", "E0505"), ("[1][0]", "E0505"), ("[1][-2]", "E0505"),
    ("[][1]", "E0505"),
    ("[1][1e300]", "E0404"), ("[1, 2] + [1]", "E0506"), ("[true] + 1", "E0506"),
    ("sum(1..1e7)", "E0507"),
    ("[1..1e7]", "E0507"), ("1..1e300 by 1e-300", "E0507"), ("1..5 by 0", "E0405"),
    ("nothing_here", "E0201"),
    ("sqrt(0 - 1)", "E0405"), ("_", "E0201"), ("_7", "E0201"),
  ])
  func failures(expression: String, code: String) {
    #expect(ToySession.value(expression) == code)
  }

  /// The checker knows nothing of the values of `_`, so these fail only when they run.
  @Test(arguments: [
    ("\"a\"", "_ + 1", "E0506"), ("1", "_.x", "E0205"), ("1", "not _", "E0506"),
    ("1", "_ and true", "E0506"),
    ("1", "_[1]", "E0404"), ("[1]", "_[3 / 2]", "E0406"), ("true", "1.._", "E0404"),
    ("\"a\"", "-_", "E0506"),
    ("0", "1.._ by _", "E0405"), ("\"a\"", "_ < 1", "E0506"), ("3", "sqrt(x=_, y=2)", "E0401"),
    ("-1", "sqrt(_)", "E0405"), ("2", "round(1, _ / 4)", "E0406"), ("1e9", "sum(1.._)", "E0507"),
    ("1e9", "[1.._]", "E0507"), ("1e9", "(1.._) + 1", "E0507"), ("1e9", "(1.._)[1]", "E0507"),
    ("3", "train net data=_", "E0404"), ("30", "policy set zeta=_", "E0409"),
    ("1", "assert _", "E0404"),
  ])
  func failuresAtRunTime(first: String, second: String, code: String) {
    #expect(ToySession.value(second, after: "net = network in-10-out\n" + first) == code)
  }

  @Test func andLooksNoFurtherThanItMust() {
    #expect(ToySession.value("false and 1 / 0 == 1") == "false")
    #expect(ToySession.value("true or 1 / 0 == 1") == "true")
  }
}
