/// All that a language session knows by name: verbs, functions, members and registered things.
/// The language reads it and knows no neural network; the workbench fills it.
public struct Vocabulary: Sendable {
  /// The verbs, in the order in which help lists them.
  public let verbs: [VerbAbout]
  /// The functions, in the order in which help lists them.
  public let functions: [FunctionAbout]
  /// Members by the kind of object that has them.
  public let members: [String: [MemberAbout]]
  /// All other registered things by category.
  public let things: [Category: [About]]

  /// A vocabulary of these words.
  public init(
    verbs: [VerbAbout], functions: [FunctionAbout], members: [String: [MemberAbout]],
    things: [Category: [About]]
  ) {
    self.verbs = verbs
    self.functions = functions
    self.members = members
    self.things = things
  }

  /// The verb of that name.
  public func verb(_ name: String) -> VerbAbout? { verbs.first { $0.about.name == name } }

  /// The function of that name.
  public func function(_ name: String) -> FunctionAbout? {
    functions.first { $0.about.name == name }
  }

  /// The registered thing of that name in a category.
  public func thing(_ name: String, in category: Category) -> About? {
    things[category]?.first { $0.name == name }
  }
}

/// A verb: its keys, what follows it, and what it makes.
public struct VerbAbout: Sendable {
  /// What may follow the verb before its keys.
  public enum Subject: Sendable, Equatable {
    /// Nothing.
    case none
    /// A network's shape.
    case shape
    /// A registered thing of a category by name, whose parameters become keys of the statement too,
    /// or, if `orFile`, a file name in quotes.
    case registered(Category, orFile: Bool)
    /// One expression of a kind.
    case expression(Kind)
    /// One or more expressions of a kind.
    case expressions(Kind)
    /// An expression that must be true, then a text to show if it is not.
    case condition
    /// A file name in quotes.
    case file
    /// Any bare name of the vocabulary or the session, or none.
    case name
    /// A whole sentence of one of these verbs, keys and factors included.
    case sentence(verbs: [String])
  }

  /// Name, summary, keys, examples.
  public let about: About
  /// What follows the verb.
  public let subject: Subject
  /// The kind of object it makes, or nil for none.
  public let result: String?
  /// Whether the statement may end in `over` factors, and whose keys they may be besides its own:
  /// verbs by name, and the parameters of every thing of a category.
  public let factors: Factors?

  /// Where the keys of `over` factors may come from besides the verb's own.
  public struct Factors: Sendable, Equatable {
    /// Verbs whose keys may be factors.
    public let verbs: [String]
    /// Categories whose things' parameters may be factors.
    public let categories: [Category]

    /// Factors from the keys of these verbs and the parameters of these categories.
    public init(verbs: [String], categories: [Category]) {
      self.verbs = verbs
      self.categories = categories
    }
  }

  /// A verb with what follows it and what it makes.
  public init(_ about: About, subject: Subject, result: String? = nil, factors: Factors? = nil) {
    self.about = about
    self.subject = subject
    self.result = result
    self.factors = factors
  }
}

/// A function: `about.parameters` are its arguments in order.
public struct FunctionAbout: Sendable {
  /// Name, summary, arguments, examples.
  public let about: About
  /// The kind of its value.
  public let result: Kind
  /// Whether the last parameter may be repeated, as in `max(1, 2, 3)`.
  public let variadic: Bool

  /// A function with the kind of its value.
  public init(_ about: About, result: Kind, variadic: Bool = false) {
    self.about = about
    self.result = result
    self.variadic = variadic
  }
}

/// A member of an object, as in `first.accuracy`.
public struct MemberAbout: Sendable {
  /// The name after the dot.
  public let name: String
  /// The kind of its value.
  public let kind: Kind
  /// One plain sentence, without a full stop at the end.
  public let summary: String

  /// A member with the kind of its value.
  public init(_ name: String, _ kind: Kind, _ summary: String) {
    self.name = name
    self.kind = kind
    self.summary = summary
  }
}
