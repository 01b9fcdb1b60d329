internal import Catalogue
internal import Sparse

/// The classes of a data set, and the way from a label's text to its class.
///
/// Where every label of both tables is a number, labels are numbers: `1.` and `1` are one class,
/// and classes are sorted by value. Otherwise they are texts, sorted by their Unicode scalars.
struct LabelEncoding {
  /// The names of the classes, in order.
  var names: [String] { classes.names }
  private let classes: LabelClasses
  private let grouping: LabelGrouping
  private let numeric: Bool

  /// The classes of the training labels.
  /// - Throws: `DataError`: E0614 for less than 2 labels or a label a sample, E0617 or E0636 for a
  ///   grouping that does not fit them.
  init(
    train: LabelledTable, test: LabelledTable?, grouping: LabelGrouping
  ) throws(DataError) {
    let trained = Set(train.labels)
    let every = test.map { trained.union($0.labels) } ?? trained
    let isNumeric = every.allSatisfy { Self.value($0) != nil }
    let labels = Self.sorted(Set(trained.map { Self.name($0, isNumeric) }), isNumeric)
    try Self.check(labels, train)
    numeric = isNumeric
    self.grouping = grouping
    classes = try LabelClasses(grouping, of: labels) { Self.name($0, isNumeric) }
  }

  /// The samples of a table with their classes, without those whose label is in no class.
  /// - Throws: `DataError`: E0615 for a label that no training sample has, E0624 where no sample
  ///   remains.
  func samples(of table: LabelledTable) throws(DataError) -> Samples {
    let indices = try indices(of: table)
    let kept = indices.indices.filter { indices[$0] != nil }
    guard !kept.isEmpty else {
      throw DataError(
        DatasetErrorCodes.tooFew, "no sample to test on has a label that `groups=` lists",
        hint: "list other labels", at: .key("groups"))
    }
    return Samples(
      features: kept.count < indices.count ? table.features.selecting(kept) : table.features,
      labels: indices.compactMap { $0 })
  }

  /// The class of every sample of a table; nil where it is to be left out.
  private func indices(of table: LabelledTable) throws(DataError) -> [Int32?] {
    var known: [String: Int32?] = [:]
    var indices: [Int32?] = []
    indices.reserveCapacity(table.count)
    for (row, label) in table.labels.enumerated() {
      if let index = known[label] {
        indices.append(index)
        continue
      }
      let index = classes.indices[Self.name(label, numeric)]
      if index == nil {
        guard case .groups = grouping else { throw unseen(label, row, table) }
      }
      known[label] = .some(index)
      indices.append(index)
    }
    return indices
  }

  private func unseen(_ label: String, _ row: Int, _ table: LabelledTable) -> DataError {
    let place = table.source.map { source in
      ErrorPlace.file(
        path: source.path, line: row < source.lines.count ? source.lines[row] : nil, column: nil)
    }
    return DataError(
      DatasetErrorCodes.unseenLabel,
      "the test sample \(row + 1) has the label `\(TextExcerpt.of(label))`, which no training sample has",
      hint: "the training labels are "
        + TextExcerpt.list(Self.sorted(Set(classes.indices.keys), numeric)),
      at: place ?? .key("test"))
  }

  private static func check(_ classes: [String], _ train: LabelledTable) throws(DataError) {
    let place = train.source.map {
      ErrorPlace.file(path: $0.path, line: nil, column: nil)
    }
    guard let first = classes.first, classes.count >= 2 else {
      throw DataError(
        DatasetErrorCodes.classes,
        classes.first.map { "all samples have the label `\(TextExcerpt.of($0))`" }
          ?? "there is no sample",
        hint:
          "training needs at least two classes; is the label in the column that `label=` names?",
        at: place ?? .subject)
    }
    guard train.count < 20 || classes.count <= train.count / 2 else {
      throw DataError(
        DatasetErrorCodes.classes,
        "\(NumberText.count(train.count)) samples have \(NumberText.count(classes.count)) different "
          + "labels, such as `\(TextExcerpt.of(first))`",
        hint: "name the column of the class by `label=`", at: place ?? .subject)
    }
  }

  private static func sorted(_ names: Set<String>, _ numeric: Bool) -> [String] {
    guard numeric else {
      return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }
    return names.sorted { (value($0) ?? 0) < (value($1) ?? 0) }
  }

  /// The class's name: a number in its shortest form, a text as it stands.
  private static func name(_ label: String, _ numeric: Bool) -> String {
    guard numeric, let value = value(label) else { return label }
    return NumberText.plain(value)
  }

  private static func value(_ label: String) -> Double? {
    DecimalNumber.parse(whole: label).flatMap { $0.isFinite ? $0 : nil }
  }
}
