/// What the prompt needs of a session: it runs inputs, and it knows the language.
package protocol PromptSession: AnyObject {
  /// Runs one input and prints all that comes of it, errors included.
  ///
  /// - Parameter input: The number shown in `In [n]:`.
  func execute(_ text: String, input: Int) -> PromptOutcome

  /// What could stand at a place in an input that is still being written. Never fails, whatever
  /// the text.
  ///
  /// - Parameter offset: The cursor, as the number of Unicode scalars before it.
  func complete(_ text: String, at offset: Int) -> PromptCompletion

  /// Whether Return submits the text or begins a further line. Never fails, whatever the text.
  func completeness(of text: String) -> PromptCompleteness

  /// Asks the input that is running to stop at the next safe place and to keep what it has.
  ///
  /// Called from another thread than `execute`, while that runs or just after it; returns at once.
  /// One that comes too late must not stop the next input.
  func interrupt()
}
