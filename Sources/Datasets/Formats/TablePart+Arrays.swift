internal import Catalogue

extension FileRequest {
  /// Reads samples and labels from files of named arrays, which `open` opens and `turn` brings into
  /// rows of samples. Test samples are in the file that `test=` names, or else in the same file
  /// where it holds some.
  /// - Throws: `DataError`: E0612, E0613, E0629, and whatever opening and reading can cause.
  func readArrays(
    _ names: ArrayNames, _ open: (DataFile, ErrorPlace) throws -> any NamedArrays,
    turn: (SampleArray) throws -> SampleArray = { $0 }
  ) throws -> LabelledTables {
    var files: [String] = []
    let trainFile = try open(subject, .subject)
    let part = trainPart
    let choice = try names.choose(trainFile, labelled: part.labelsPath != nil)
    let train = try part.table(trainFile, choice.x, choice.y, turn, &files)
    var test: LabelledTable?
    if let part = try testPart() {
      let file = try open(part.file, part.place)
      let choice = try names.choose(file, labelled: part.labelsPath != nil, testing: true)
      test = try part.table(file, choice.x, choice.y, turn, &files)
    } else if let inside = choice.test, !splitsTest {
      test = try part.table(trainFile, inside.x, inside.y, turn, &files)
    }
    return LabelledTables(train: train, test: test, origin: files.joined(separator: ", "))
  }
}

extension TablePart {
  fileprivate func table(
    _ file: any NamedArrays, _ x: String, _ y: String?,
    _ turn: (SampleArray) throws -> SampleArray, _ files: inout [String]
  ) throws -> LabelledTable {
    let samples = try turn(try file.array(x))
    if !files.contains(file.path) { files.append(file.path) }
    if let (labels, source) = try givenLabels(samples.count, &files) {
      return LabelledTable(
        features: try samples.features(options), labels: labels, source: source,
        image: samples.image(options))
    }
    let source = LabelledTable.Source(path: file.path, lines: [])
    guard let y else {
      let (features, labels) = try samples.table(options)
      return LabelledTable(features: features, labels: labels, source: source)
    }
    let labels = try file.array(y).labels()
    guard labels.count == samples.count else {
      throw DataError(
        DatasetErrorCodes.countsDiffer,
        "array `\(y)` has \(NumberText.count(labels.count)) labels for "
          + "\(NumberText.count(samples.count)) samples of array `\(x)`",
        hint:
          "each sample needs one label, and samples are rows unless the format is told otherwise",
        at: .file(path: file.path, line: nil, column: nil))
    }
    return LabelledTable(
      features: try samples.features(options), labels: labels, source: source,
      image: samples.image(options))
  }
}
