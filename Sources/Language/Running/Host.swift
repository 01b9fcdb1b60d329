package import Catalogue

/// What a program runs in: it performs the verbs, calls the functions, and shows what comes of it.
///
/// An error that conforms to `CodedError` becomes a diagnostic at the place it names; any other is reported as a
/// mistake of ours. `print`, `warn`, `assert` and `include` are the language's own and never reach `perform`.
package protocol Host: AnyObject {
  /// Performs a verb and gives its result, `nothing` if it has none.
  func perform(_ invocation: Invocation) throws -> Value
  /// Calls a function of the vocabulary with its arguments, checked and completed. The values of a repeated last
  /// parameter are a list. Functions of `CoreFunctions` never get here.
  func call(_ function: FunctionAbout, _ arguments: Arguments) throws -> Value
  /// Finds and reads a program to include. The name of the result is what identifies the file, so that cycles can
  /// be told; `path` is as written and relative to the file `source`.
  func loadInclude(_ path: String, from source: Source) throws -> Source
  /// Shows a line that the program prints.
  func output(_ text: String)
  /// Shows a line that the program warns with.
  func warning(_ text: String)
  /// Takes the result of each statement that has one, as soon as it is there.
  func result(_ result: StatementResult)
  /// Whether the program shall end before its next statement.
  var isInterrupted: Bool { get }
}
