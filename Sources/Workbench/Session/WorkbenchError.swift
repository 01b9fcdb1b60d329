package import Catalogue
internal import Reports

/// What can go wrong between a statement and the library it calls.
package enum WorkbenchError: CodedError {
  /// A shape that spells no network.
  case shape(String)
  /// A value where a result of a verb is needed.
  case notAnObject(String)
  /// A key that takes a data set has none.
  case notData(key: String)
  /// A network that brings no data of its own is to be evaluated on none.
  case noData
  /// A plan that takes a width from the data has none.
  case noWidths
  /// A network of more layers than anyone needs.
  case tooDeep(limit: Int)
  /// An empty list where something is to be drawn or shown.
  case empty(key: String?)
  /// A loaded network is to be trained.
  case noPlan(path: String)
  /// A plan where weights are needed.
  case untrained
  /// Something that is neither numbers nor anything else that can be drawn.
  case notPlottable(String)
  /// A factor that nothing in the comparison takes.
  case factor(name: String, policy: String)
  /// A factor that the data set does not take.
  case dataFactor(name: String, data: String)
  /// A comparison of more runs than anyone can wait for.
  case tooManyRuns(Int)
  /// The user stopped a statement before it had a result.
  case stopped
  /// Published figures that do not go with the combinations of a study.
  case figures(given: Int, combinations: Int)
  /// A table without a column of that name.
  case column(name: String, among: [String])
  /// A column that is not filled to the end.
  case emptyCell(column: String)
  /// Nothing is called that.
  case unknown(name: String, near: String?)
  /// A text that is no size of memory.
  case size(String)
  /// A program in a file cannot be read.
  case unreadable(path: String, UnreadableProgram)
  /// A program in a file cannot be replaced.
  case unwritable(path: String, reason: String)

  package var code: ErrorCode {
    switch self {
    case .shape, .tooDeep: WorkbenchErrors.shape
    case .notPlottable, .empty(key: nil): ReportErrors.notPlottable
    case .notAnObject, .notData, .noData, .noWidths, .empty: WorkbenchErrors.unsuitable
    case .noPlan: WorkbenchErrors.noPlan
    case .untrained: WorkbenchErrors.untrained
    case .factor, .dataFactor: WorkbenchErrors.factor
    case .tooManyRuns: WorkbenchErrors.tooManyRuns
    case .stopped: WorkbenchErrors.stopped
    case .figures: WorkbenchErrors.figures
    case .column, .emptyCell: WorkbenchErrors.column
    case .unknown: WorkbenchErrors.unknown
    case .size: WorkbenchErrors.size
    case .unreadable: WorkbenchErrors.unreadable
    case .unwritable: ConversationErrors.unwritable
    }
  }

  package var message: String {
    switch self {
    case .shape(let problem): problem
    case .notAnObject(let kind): "a \(kind) is nothing this verb works on"
    case .notData(let key): "`\(key)` takes a data set"
    case .noData: "a network alone brings no samples to evaluate it on"
    case .noWidths: "the network takes a width from the data, and there are none"
    case .tooDeep(let limit): "a network has at most \(NumberText.count(limit)) layers"
    case .empty(let key):
      key.map { "the list of `\($0)` is empty" } ?? "an empty list has nothing to plot"
    case .noPlan(let path): "the network from `\(path)` can be evaluated but not trained"
    case .untrained: "a network that was never trained has no weights"
    case .notPlottable(let kind): "a \(kind) cannot be plotted"
    case .factor(let name, let policy): "the policy `\(policy)` has no `\(name)`"
    case .dataFactor(let name, let data): "the data set `\(data)` has no `\(name)`"
    case .tooManyRuns(let count):
      "these factors make \(NumberText.count(count)) runs, and 100,000 is the most"
    case .stopped: "stopped before there was a result"
    case .figures(let given, let combinations):
      "the study has \(NumberText.count(combinations)) combinations of factors, and the list "
        + "\(NumberText.count(given)) published figures"
    case .column(let name, _): "the table has no column `\(name)`"
    case .emptyCell(let name): "not every row of the table has a value in the column `\(name)`"
    case .unknown(let name, _): "nothing is called `\(name)`"
    case .size(let text): "`\(text)` is no size of memory"
    case .unreadable(let path, let why): "`\(path)` cannot be read: \(why.reason)"
    case .unwritable(let path, let reason): "`\(path)` cannot be written: \(reason)"
    }
  }

  package var hint: String? {
    switch self {
    case .shape: "write a shape as in `network in-300-100-out`"
    case .noData, .noWidths: "name a data set by `data=`"
    case .tooDeep: "give it fewer layers, with more neurons"
    case .empty(let key): key.map { "name something, or leave out `\($0)=`" }
    case .noPlan: "plan one with `network`; a saved network holds weights, not how to make them"
    case .untrained: "`train` it first, with `epochs=0` for the initial weights"
    case .notPlottable: "plot a list of numbers, such as `first.accuracy_curve`"
    case .dataFactor: "vary a key of that data set, or compare another"
    case .factor: "leave the policy out of the factors, or compare policies that all have the key"
    case .figures: "give one for each row of the study's table, the seed left out"
    case .column(_, let names): "its columns are: " + names.joined(separator: ", ")
    case .size: Settings.sizeHint
    case .unknown(_, let near): near.map { "did you mean `\($0)`?" } ?? "`help` lists all words"
    case .unreadable(_, let why): why.hint
    case .unwritable: "look at the permissions of the file and of its folder"
    default: nil
    }
  }

  package var place: ErrorPlace {
    switch self {
    case .empty(let key?): .key(key)
    case .empty(nil), .noData, .noWidths, .tooDeep: .subject
    case .shape, .notAnObject, .noPlan, .untrained, .notPlottable, .unknown: .subject
    case .unreadable, .unwritable: .subject
    case .notData(let key): .key(key)
    case .size: .key("max_memory")
    case .factor(let name, _), .dataFactor(let name, _): .key(name)
    case .figures: .key("figures")
    case .column, .emptyCell: .key("name")
    case .tooManyRuns, .stopped: .statement
    }
  }
}

/// The codes of what can go wrong between a statement and the library it calls.
package enum WorkbenchErrors {
  static let shape = ErrorCode(
    "E0420", "no such shape",
    "A shape gives the widths from the inputs to the outputs with `-` between them: "
      + "`784-300-100-10`, or `in-1000*3-out`, where `in` and `out` come from the data.")
  static let unsuitable = ErrorCode(
    "E0421", "wrong kind of value",
    "The value is of a kind that this verb, key or function can do nothing with.")
  static let factor = ErrorCode(
    "E0423", "factor fits nothing",
    "A factor after `over` is a key of `train`, `data`, `network` or of every policy compared.")
  static let size = ErrorCode(
    "E0424", "no size of memory",
    "A size of memory is a number and a unit in quotes: \"8GB\", \"1.5 GB\", \"500MB\". A GB is 2³⁰ bytes."
  )
  static let figures = ErrorCode(
    "E0545", "figures do not go with the study",
    "Published figures are held against a study one by one: one for each combination of its factors, "
      + "the seed left out, in the order of its table.")
  static let column = ErrorCode(
    "E0546", "no such column",
    "A column of a table goes by what stands above it, and has a value in every row.")
  static let noPlan = ErrorCode(
    "E0541", "no plan to train by",
    "A saved network holds its weights, but not the plan by which a network is built and trained.")
  static let untrained = ErrorCode(
    "E0544", "network without weights",
    "A network gets its weights when it is trained; until then it is a plan.")
  static let tooManyRuns = ErrorCode(
    "E0542", "too many runs",
    "The number of runs is the product of the numbers of values of all factors.")
  static let stopped = ErrorCode(
    "E0543", "stopped", "The user stopped the statement before it had a result.")
  static let unknown = ErrorCode(
    "E0240", "no help on that name",
    "`help` knows verbs, keys, policies, functions and everything else that is registered.")
  static let unreadable = ErrorCode(
    "E0690", "program cannot be read",
    "A script named on the command line or by `include` is missing or may not be read.")

  /// All of them.
  package static let all = [
    shape, unsuitable, factor, size, noPlan, untrained, tooManyRuns, stopped, figures,
    column, unknown, unreadable,
  ]
}
