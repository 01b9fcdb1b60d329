package import Catalogue

/// The verbs that the language performs by itself; here stands what they say of themselves.
package enum LanguageVerbs {
  /// All of them, as help lists them.
  package static let abouts: [VerbAbout] = [print, warn, assert, include]

  private static let print = VerbAbout(
    About(
      name: "print", category: .verb, summary: "prints values on standard output",
      examples: [Example("lr = 0.1\nprint \"the learning rate is\", lr")]),
    subject: .expressions(.any))

  private static let warn = VerbAbout(
    About(
      name: "warn", category: .verb, summary: "prints values on standard error",
      examples: [Example("warn \"only one seed:\", 1")]),
    subject: .expressions(.any))

  private static let assert = VerbAbout(
    About(
      name: "assert", category: .verb,
      summary: "ends the program with exit code 1 unless a condition holds",
      examples: [Example("assert 2 + 2 == 4 \"numbers should add up\"")]),
    subject: .condition)

  private static let include = VerbAbout(
    About(
      name: "include", category: .verb, summary: "runs another program as if it stood here",
      details: """
        The path counts from the folder of the including file. A program that includes itself, \
        directly or by way of others, is refused. Where `when` is false it is checked, but not run: \
        what would have made its names is missing then.
        """,
      parameters: [
        Parameter("when", .logic, default: .logic(true), "whether to run it, as `present(isolet)`")
      ]),
    subject: .file)
}
