public import Catalogue

/// The codes of this target's errors, E0640 to E0659 for files and E0560 to E0569 while running.
public enum ReportErrors {
  /// See `ReportError.unknownExtension`.
  public static let unknownExtension = ErrorCode(
    "E0640", "unknown file extension",
    "The end of the file's name decides in which form a report, table or chart is written.")
  /// See `ReportError.unwritable`.
  public static let unwritable = ErrorCode(
    "E0641", "file cannot be written",
    "The folder does not exist and cannot be made, or you may not write there, or the disk is full."
  )
  /// See `ReportError.nothingToDraw`.
  public static let nothingToDraw = ErrorCode(
    "E0642", "nothing to draw", "An SVG file holds charts only, and the document has none.")
  /// See `ReportError.partDoesNotFit`.
  public static let partDoesNotFit = ErrorCode(
    "E0560", "report part does not fit",
    "Every part of a report fits some kinds of results: `evolution` a run, `classes` a data set.")
  /// See `ReportError.unknownPart`.
  public static let unknownPart = ErrorCode(
    "E0561", "unknown report part", "`show=` takes a list of the parts that fit the result.")
  /// See `ReportError.notPlottable`.
  public static let notPlottable = ErrorCode(
    "E0562", "cannot be plotted", "A plot needs numbers: a list, a curve, or several named ones.")

  /// All of them, for the reference.
  public static let all = [
    unknownExtension, unwritable, nothingToDraw, partDoesNotFit, unknownPart, notPlottable,
  ]
}
