/// One thing that a verb, policy, function … takes.
public struct Parameter: Sendable {
  /// The key as scripts write it.
  public let name: String
  /// The values it takes.
  public let kind: Kind
  /// The value where none is given; nil where one must be given or where absence has a meaning.
  public let standard: Argument?
  /// Whether a value must be given.
  public let required: Bool
  /// One plain sentence, without a full stop at the end.
  public let summary: String

  /// A parameter that may be left out and then has the value `standard`.
  public init(_ name: String, _ kind: Kind, default standard: Argument, _ summary: String) {
    self.init(name: name, kind: kind, standard: standard, required: false, summary: summary)
  }

  /// A parameter that must be given.
  public static func required(_ name: String, _ kind: Kind, _ summary: String) -> Parameter {
    Parameter(name: name, kind: kind, standard: nil, required: true, summary: summary)
  }

  /// A parameter that may be left out, whose absence has a meaning of its own.
  public static func optional(_ name: String, _ kind: Kind, _ summary: String) -> Parameter {
    Parameter(name: name, kind: kind, standard: nil, required: false, summary: summary)
  }

  private init(name: String, kind: Kind, standard: Argument?, required: Bool, summary: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.required = required
    self.summary = summary
  }

  /// The default as a script would write it, a fraction in percent; nil where there is none.
  public var standardText: String? {
    guard let standard else { return nil }
    if case .fraction = kind, case .number(let value) = standard {
      return NumberText.plain((value * 1e6).rounded() / 1e4) + "%"
    }
    return standard.description
  }
}
