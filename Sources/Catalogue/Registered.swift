/// A type that describes itself in the catalogue.
public protocol Registered: Sendable {
  /// Name, summary, parameters, example, paper.
  static var about: About { get }
}

/// A registered type that is built from the arguments of a call.
public protocol Buildable: Registered {
  /// Builds the value that `arguments` describe; they are complete and hold to `about`.
  init(_ arguments: Arguments) throws
}
