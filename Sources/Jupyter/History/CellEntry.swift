/// A cell that was run; one line of a session's file.
struct CellEntry: Codable, Equatable {
  /// Its number in its session, from 1.
  let number: Int
  /// Its text.
  let input: String
  /// Its last result as text, if it had one.
  let output: String?
}
