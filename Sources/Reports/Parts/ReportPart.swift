public import Catalogue

/// A section of a report, as in `show=[summary, accuracy]`. Adding one is adding a file with a type
/// that conforms, and its line in `ReportParts.all`.
public protocol ReportPart: Registered {
  /// The kinds of results that it has something to say about.
  static var kinds: [SubjectKind] { get }

  /// Whether it takes so much room that a report in a terminal has it only where it is asked for.
  static var isLarge: Bool { get }

  /// The section: a heading, then what there is to say.
  /// - Throws: `ReportError.partDoesNotFit` for a kind that is not among `kinds`.
  static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block]
}

extension ReportPart {
  /// Not unless the part says so.
  public static var isLarge: Bool { false }

  /// What to throw for a subject of another kind.
  static func misfit(_ subject: Subject) -> ReportError {
    .partDoesNotFit(
      part: about.name, kind: subject.kind.rawValue, fitting: ReportParts.names(for: subject.kind))
  }
}
