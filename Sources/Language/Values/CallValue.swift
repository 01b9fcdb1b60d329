package import Catalogue

/// A registered thing by name, with the arguments a program gave it, not yet checked or completed.
package struct CallValue: Sendable {
  /// One argument.
  package struct Argument: Sendable {
    /// Its name, if it was given by name.
    package let name: String?
    /// Its value.
    package let value: Value

    /// An argument, by name or by position.
    package init(name: String?, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// The name.
  package let name: String
  /// The category in which the name was found; nil where it is a bare word whose meaning its place decides.
  package let category: Category?
  /// The arguments in the order given.
  package let arguments: [Argument]

  /// A call of `name`.
  package init(_ name: String, category: Category? = nil, arguments: [Argument] = []) {
    self.name = name
    self.category = category
    self.arguments = arguments
  }

  /// Whether both have the same name and, if both give arguments, the same ones.
  func isEqual(to other: CallValue) -> Bool {
    guard name == other.name else { return false }
    if arguments.isEmpty || other.arguments.isEmpty { return true }
    return arguments.count == other.arguments.count
      && zip(arguments, other.arguments).allSatisfy {
        $0.name == $1.name && $0.value.isEqual(to: $1.value)
      }
  }
}
