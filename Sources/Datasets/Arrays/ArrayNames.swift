internal import Catalogue

/// Which arrays of a file are samples and labels, to train and to test on: what the keys `x`, `y`,
/// `x_test` and `y_test` of a format say, or else names that are usual.
struct ArrayNames {
  /// The keys of a format that reads named arrays.
  static let parameters: [Parameter] = [
    parameter("x", "the array of the samples"),
    parameter("y", "the array of their labels"),
    parameter("x_test", "the array of the samples to test on, if any"),
    parameter("y_test", "the array of their labels"),
  ]

  private static let usual = [
    ["x_train", "y_train", "x_test", "y_test"],
    ["train_x", "train_y", "test_x", "test_y"],
    ["train_images", "train_labels", "test_images", "test_labels"],
    ["train_data", "train_labels", "test_data", "test_labels"],
    ["x", "y", "x_test", "y_test"],
    ["fea", "gnd", "", ""],
    ["features", "labels", "", ""],
    ["data", "labels", "", ""],
    ["data", "label", "", ""],
    ["data", "target", "", ""],
    ["samples", "labels", "", ""],
    ["images", "labels", "", ""],
  ]

  /// The names as given, nil for `auto`.
  private let given: [String?]

  /// The names that a format's keys give.
  init(_ arguments: Arguments) {
    given = Self.parameters.map {
      if case .text(let name)? = arguments[$0.name] { name } else { nil }
    }
  }

  /// Which arrays of a file are which.
  struct Choice {
    let x: String
    /// Nil where labels are given in a file of their own or stand in a column of `x`.
    let y: String?
    let test: (x: String, y: String)?
  }

  /// Chooses among the arrays of a file. `labelled` says whether labels come from another file,
  /// `testing` whether it is the file of the test samples, which may call them so.
  /// - Throws: `DataError` (E0629) for a name that is not there, or where none is usual.
  func choose(
    _ file: any NamedArrays, labelled: Bool, testing: Bool = false
  ) throws(DataError) -> Choice {
    for case let name? in testing ? given.prefix(2) : given[...]
    where !file.names.contains(name) {
      let near = Spelling.nearest(to: name, among: file.names)
      throw Self.noArray(
        "`\(file.path)` holds no array `\(TextExcerpt.of(name))`", file,
        hint: near.map { "did you mean `\(TextExcerpt.of($0))`?" }
          ?? "there are \(TextExcerpt.list(file.names))")
    }
    let guess = Self.guess(file.names, testing: testing)
    guard let x = given[0] ?? guess.x ?? file.names.only else {
      throw Self.noArray(
        "`\(file.path)` has no array that is named like samples", file,
        hint: "name one by `x=`; there are \(TextExcerpt.list(file.names))")
    }
    let y = labelled ? nil : given[1] ?? (given[0] == nil ? guess.y : nil)
    // A lone array holds its labels in a column; of several, one is likely to hold them.
    guard y != nil || labelled || file.names.count == 1 else {
      throw Self.noArray(
        "`\(file.path)` has no array that is named like the labels of `\(TextExcerpt.of(x))`", file,
        hint: "name one by `y=`; there are \(TextExcerpt.list(file.names.filter { $0 != x }))")
    }
    var test: (x: String, y: String)?
    if let x = given[2] ?? guess.xTest, let y = given[3] ?? guess.yTest { test = (x, y) }
    return Choice(x: x, y: y, test: test)
  }

  private static func guess(
    _ names: [String], testing: Bool
  ) -> (x: String?, y: String?, xTest: String?, yTest: String?) {
    func find(_ wanted: String) -> String? {
      wanted.isEmpty ? nil : names.first { $0.lowercased() == wanted }
    }
    for group in usual {
      let (xTest, yTest) = (find(group[2]), find(group[3]))
      if testing, let xTest, let yTest { return (xTest, yTest, nil, nil) }
      if let x = find(group[0]), let y = find(group[1]) { return (x, y, xTest, yTest) }
    }
    return (usual.lazy.compactMap { find($0[0]) }.first, nil, nil, nil)
  }

  private static func noArray(
    _ message: String, _ file: any NamedArrays, hint: String
  ) -> DataError {
    DataError(
      DatasetErrorCodes.noArray, message,
      hint: file.names.isEmpty ? "it holds no array of numbers" : hint,
      at: .file(path: file.path, line: nil, column: nil))
  }

  private static func parameter(_ name: String, _ summary: String) -> Parameter {
    Parameter(
      name, .either([.choice(["auto"]), .text]), default: .name("auto"),
      summary + "; `auto` looks for usual names")
  }
}

extension [String] {
  /// The only element; nil where there are none or several.
  fileprivate var only: String? { count == 1 ? first : nil }
}
