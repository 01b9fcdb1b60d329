/// An error that a user, a file or a network can cause. Every such error in the library conforms,
/// and one place (the language's diagnostics) renders them all.
public protocol CodedError: Error, Sendable {
  /// The stable code by which it can be looked up.
  var code: ErrorCode { get }
  /// One plain sentence, lower case at the start, no full stop; names in back-ticks.
  var message: String { get }
  /// What to do about it, where that can be said.
  var hint: String? { get }
  /// What the error is about.
  var place: ErrorPlace { get }
}

extension CodedError {
  /// No hint.
  public var hint: String? { nil }
  /// The statement as a whole.
  public var place: ErrorPlace { .statement }
}

/// What an error is about, as far as the library can know; the interpreter turns it into a span.
public enum ErrorPlace: Sendable, Equatable {
  /// The statement or call as a whole.
  case statement
  /// The statement's subject.
  case subject
  /// The value given for a key.
  case key(String)
  /// A place in a data file; line and column count from 1.
  case file(path: String, line: Int?, column: Int?)
}

/// A stable code such as `E0603`, with what it means.
///
/// Ranges: E01xx characters and tokens, E02xx names, E03xx syntax, E04xx keys and kinds,
/// E05xx while running, E06xx files and data, E09xx internal.
public struct ErrorCode: Sendable, Hashable, CustomStringConvertible {
  /// `E` and four digits.
  public let id: String
  /// What the code stands for, as a short title.
  public let title: String
  /// Why it happens and what to do, in a few sentences.
  public let explanation: String

  /// A code with its meaning.
  public init(_ id: String, _ title: String, _ explanation: String = "") {
    self.id = id
    self.title = title
    self.explanation = explanation
  }

  /// The bare code.
  public var description: String { id }

  /// Two codes are one when their ids are.
  public static func == (a: ErrorCode, b: ErrorCode) -> Bool { a.id == b.id }
  /// Hashes the id alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
