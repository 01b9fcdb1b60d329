public import Catalogue

/// The codes of errors that saving and loading networks can raise.
public enum SavingErrors {
  /// A file name whose ending is no format.
  public static let format = ErrorCode(
    "E0651", "unknown format of a saved network",
    "A file's name says how a network is saved: its ending is \(NetworkFormats.endings()). What "
      + "ends in \(NetworkFormats.endings(loading: true)) can be loaded again.")
  /// A file that cannot be written.
  public static let unwritable = ErrorCode(
    "E0652", "the network cannot be saved",
    "The folder does not exist, is not writable, or its disk is full.")
  /// A file that cannot be read.
  public static let unreadable = ErrorCode(
    "E0653", "the saved network cannot be read",
    "The file does not exist, is a folder, or may not be read.")
  /// A file cut short or changed.
  public static let damaged = ErrorCode(
    "E0654", "the saved network is damaged",
    "The file does not hold what its own header announces: it was cut short, changed, or is no file "
      + "of this format.")
  /// A sound file that holds no network.
  public static let content = ErrorCode(
    "E0655", "the file holds no network",
    "The arrays do not make up a network: names, sizes, types or values are not those that `save` "
      + "writes. Of a file that another program wrote, the weights of each layer, the number of "
      + "classes and the activation must be there.")
  /// A network that a format is not made for.
  public static let unsuitable = ErrorCode(
    "E0656", "the format is not made for such a network",
    "Formats for other programs have limits: `.graphml` is for topologies that a program can draw, "
      + "`.onnx` holds every cell of every layer.")

  /// All of them, in numeric order.
  public static let all = [format, unwritable, unreadable, damaged, content, unsuitable]
}

/// What can go wrong while a network is saved or loaded.
public enum SavingError: CodedError, Equatable {
  /// No format has that ending; `loading` tells which way.
  case format(path: String, loading: Bool)
  /// The system refused to write, for that reason.
  case unwritable(path: String, reason: String)
  /// The system refused to read, for that reason.
  case unreadable(path: String, reason: String)
  /// The bytes are not those of a whole file.
  case damaged(path: String, detail: String)
  /// The arrays are not those of a network.
  case content(path: String, detail: String)
  /// The format of that ending cannot hold the network; the reason is said of the format.
  case unsuitable(ending: String, reason: String, hint: String)

  /// The code of its sort.
  public var code: ErrorCode {
    switch self {
    case .format: SavingErrors.format
    case .unwritable: SavingErrors.unwritable
    case .unreadable: SavingErrors.unreadable
    case .damaged: SavingErrors.damaged
    case .content: SavingErrors.content
    case .unsuitable: SavingErrors.unsuitable
    }
  }

  /// What went wrong.
  public var message: String {
    switch self {
    case .format(let path, let loading):
      "a network cannot be \(loading ? "loaded from" : "saved to") `\(path)`"
    case .unwritable(let path, let reason): "`\(path)` cannot be written: \(reason)"
    case .unreadable(let path, let reason): "`\(path)` cannot be read: \(reason)"
    case .damaged(let path, let detail): "`\(path)` is damaged: \(detail)"
    case .content(let path, let detail): "`\(path)` holds no network: \(detail)"
    case .unsuitable(let ending, let reason, _): "`.\(ending)` \(reason)"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .format(_, let loading):
      loading
        ? "a file to load ends in \(NetworkFormats.endings(loading: true))"
        : "end the name in \(NetworkFormats.endings())"
    case .unwritable: "choose a folder that exists and can be written to"
    case .unreadable: "look at the name and at the file's permissions"
    case .damaged: "save the network again with `save`"
    case .content:
      "save the network again with `save`, or see `?npz` for what other programs must write"
    case .unsuitable(_, _, let hint): hint
    }
  }

  /// What it is about.
  public var place: ErrorPlace {
    switch self {
    case .format(_, true): .subject
    case .format(_, false), .unwritable, .unsuitable: .key("to")
    case .unreadable(let path, _), .damaged(let path, _), .content(let path, _):
      .file(path: path, line: nil, column: nil)
    }
  }
}
