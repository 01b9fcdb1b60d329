public import Catalogue

/// What can go wrong in making and writing a report.
public enum ReportError: CodedError, Equatable {
  /// The file's name ends in none of the known extensions.
  case unknownExtension(path: String)
  /// The file or one of its folders cannot be written; `reason` is the system's.
  case unwritable(path: String, reason: String)
  /// An SVG file was asked for, and nothing in the document can be drawn.
  case nothingToDraw(path: String)
  /// The part does not fit what is reported on; `fitting` are the parts that do.
  case partDoesNotFit(part: String, kind: String, fitting: [String])
  /// There is no part of that name.
  case unknownPart(String, fitting: [String])
  /// Something that cannot be plotted.
  case notPlottable(String)

  /// The code of each case.
  public var code: ErrorCode {
    switch self {
    case .unknownExtension: ReportErrors.unknownExtension
    case .unwritable: ReportErrors.unwritable
    case .nothingToDraw: ReportErrors.nothingToDraw
    case .partDoesNotFit: ReportErrors.partDoesNotFit
    case .unknownPart: ReportErrors.unknownPart
    case .notPlottable: ReportErrors.notPlottable
    }
  }

  /// What is wrong, with the names in it.
  public var message: String {
    switch self {
    case .unknownExtension(let path): "`\(path)` has no extension that says how to write it"
    case .unwritable(let path, let reason): "`\(path)` cannot be written: \(reason)"
    case .nothingToDraw(let path): "there is no chart to draw into `\(path)`"
    case .partDoesNotFit(let part, let kind, _):
      "the part `\(part)` has nothing to say about a \(kind)"
    case .unknownPart(let part, _): "there is no report part `\(part)`"
    case .notPlottable(let what): "\(what) cannot be plotted"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .unknownExtension: "end the name in \(Self.listed(DocumentFormat.extensions))"
    case .unwritable: "choose a folder in which you may write"
    case .nothingToDraw:
      "write .html, .md, .csv, .json or .txt; .svg holds charts, which some parts of runs have"
    case .partDoesNotFit(_, _, fitting: []): "leave out `show=`"
    case .partDoesNotFit(_, _, let fitting): "these fit: \(fitting.joined(separator: ", "))"
    case .unknownPart(let part, let fitting):
      if let near = Spelling.nearest(to: part, among: fitting) {
        "did you mean `\(near)`?"
      } else {
        "these fit: \(fitting.joined(separator: ", "))"
      }
    case .notPlottable: "give a list of numbers or a curve, such as `plot first.accuracy_curve`"
    }
  }

  /// The key at fault.
  public var place: ErrorPlace {
    switch self {
    case .unknownExtension, .unwritable, .nothingToDraw: .key("to")
    case .partDoesNotFit, .unknownPart: .key("show")
    case .notPlottable: .subject
    }
  }

  private static func listed(_ words: [String]) -> String {
    words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
  }
}
