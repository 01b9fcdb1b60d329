internal import Catalogue

/// What a name means where a certain kind is taken; one rule for the checker, the interpreter and completion.
enum Resolution {
  /// One of the words the place takes.
  case choice
  /// A name the session has bound.
  case bound
  /// A registered thing.
  case thing(Category, About)
  case function(FunctionAbout)
  case unknown

  /// A bare name is a choice if the place takes it as one, else what it is bound to, else a registered thing,
  /// preferably of a category that the place takes.
  static func ofName(
    _ name: String, for kind: Kind, in vocabulary: Vocabulary, isBound: Bool
  ) -> Resolution {
    if (kind.choices + (kind.element?.choices ?? [])).contains(name) { return .choice }
    if isBound { return .bound }
    if let thing = thing(name, for: kind, in: vocabulary) { return thing }
    if let function = vocabulary.function(name) { return .function(function) }
    return anyThing(name, in: vocabulary)
  }

  /// The name of a call is a registered thing that the place takes, else a function, else any registered thing.
  static func ofCall(_ name: String, for kind: Kind, in vocabulary: Vocabulary) -> Resolution {
    if let thing = thing(name, for: kind, in: vocabulary) { return thing }
    if let function = vocabulary.function(name) { return .function(function) }
    return anyThing(name, in: vocabulary)
  }

  private static func thing(
    _ name: String, for kind: Kind, in vocabulary: Vocabulary
  ) -> Resolution? {
    let kinds = kind.categories + (kind.element?.categories ?? [])
    for category in kinds {
      if let about = vocabulary.thing(name, in: category) { return .thing(category, about) }
    }
    return nil
  }

  private static func anyThing(_ name: String, in vocabulary: Vocabulary) -> Resolution {
    for category in Category.allCases {
      if let about = vocabulary.thing(name, in: category) { return .thing(category, about) }
    }
    return .unknown
  }
}
