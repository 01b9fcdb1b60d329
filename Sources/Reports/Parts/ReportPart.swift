public import Catalogue

/// A section of a report, as in `show=[summary, accuracy]`. Adding one is adding a file with a type
/// that conforms, and its line in `ReportParts.all`.
public protocol ReportPart: Registered {
  /// The kinds of results that it has something to say about.
  static var kinds: [SubjectKind] { get }

  /// Where a report has it without being asked for.
  static var presence: PartPresence { get }

  /// The section: a heading, then what there is to say.
  /// - Throws: `ReportError.partDoesNotFit` for a kind that is not among `kinds`.
  static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block]
}

extension ReportPart {
  /// Everywhere, unless the part says otherwise.
  public static var presence: PartPresence { .always }

  /// What to throw for a subject of another kind.
  static func misfit(_ subject: Subject) -> ReportError {
    .partDoesNotFit(
      part: about.name, kind: subject.kind.rawValue, fitting: ReportParts.names(for: subject.kind))
  }
}
