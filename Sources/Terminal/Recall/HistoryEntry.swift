/// One input that was run at a prompt; one line of the history file.
package struct HistoryEntry: Codable, Sendable, Equatable {
  /// When it was submitted, in seconds since 1970.
  package let time: Int
  /// Which session it was run in: the time at which that began and its process.
  package let session: String
  /// Its number in that session, from 1.
  package let input: Int
  /// The input, with its newlines.
  package let text: String

  /// An input of a session.
  package init(time: Int, session: String, input: Int, text: String) {
    self.time = time
    self.session = session
    self.input = input
    self.text = text
  }
}
