/// What a registered thing says of itself: the one record from which the parser's verbs, argument
/// checking, defaults, completion, help and the reference pages are made.
///
/// A policy, activation, data set, verb or function is one file with `static let about = About(…)`.
public struct About: Sendable {
  /// The name by which scripts call it, in the field's standard term.
  public let name: String
  /// What sort of thing it is; a name is unique within its category.
  public let category: Category
  /// One plain sentence, without a full stop at the end.
  public let summary: String
  /// Further paragraphs: the rule, what it is good for, what it costs.
  public let details: String
  /// The formula it computes, in plain text, where it has one.
  public let formula: String?
  /// Where it was published: authors, year, equation or section.
  public let paper: String?
  /// What it takes, in the order in which a call gives values without a name.
  public let parameters: [Parameter]
  /// Statements that show it at work; tests check every one.
  public let examples: [Example]

  /// Describes a registered thing. Texts are shown to users as they stand.
  public init(
    name: String, category: Category, summary: String, details: String = "",
    formula: String? = nil, paper: String? = nil, parameters: [Parameter] = [],
    examples: [Example] = []
  ) {
    self.name = name
    self.category = category
    self.summary = summary
    self.details = details
    self.formula = formula
    self.paper = paper
    self.parameters = parameters
    self.examples = examples
  }

  /// The parameter of that name, if it has one.
  public func parameter(_ name: String) -> Parameter? {
    parameters.first { $0.name == name }
  }
}

/// One statement that shows a registered thing at work.
public struct Example: Sendable, Equatable {
  /// Source in the language, complete enough to be checked on its own.
  public let code: String
  /// What it shows, in a few words.
  public let explanation: String

  /// An example of `code`, with what it shows.
  public init(_ code: String, _ explanation: String = "") {
    self.code = code
    self.explanation = explanation
  }
}
