internal import Catalogue

/// A program that has been checked, with the programs it includes.
package struct CheckedProgram: Sendable {
  /// The program.
  package let program: Program
  /// Where it comes from.
  package let mode: SourceMode
  /// Everything that is wrong with it and what it includes; it may run only if no error is among it.
  package let diagnostics: [Diagnostic]
  /// The included programs, by the index of the statement.
  let includes: [Int: CheckedProgram]
  /// The kind of each statement's value, by the index of the statement.
  let kinds: [Kind]

  /// Whether it may run.
  package var isSound: Bool { diagnostics.allSatisfy { $0.severity != .error } }
}
