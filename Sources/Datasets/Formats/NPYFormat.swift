public import Catalogue

/// `format=npy`: one NumPy array a file.
public struct NPYFormat: DataFormat {
  /// The format, and which files it takes.
  public static let about = About(
    name: "npy", category: .format,
    summary: "reads a NumPy array of samples from a `.npy` file",
    details: """
      The first axis counts samples; all others together are their features. The labels are read \
      from the files that `train_labels=` and `test_labels=` name (a `.npy` vector of numbers or \
      texts, or a text file), or stand in the column that `label=` names by its number. Numbers may \
      be logic values, integers or floats of any width and byte order, in either order of elements.
      """,
    paper: "NumPy Enhancement Proposal 1: A simple file format for NumPy arrays, 2007",
    examples: [
      Example("data \"samples.npy\" train_labels=\"labels.npy\" test=20%", "labels of their own"),
      Example("data \"table.npy\" label=first", "labels in the first column"),
    ])

  /// The format; it has no keys.
  public init(_ arguments: Arguments = Arguments()) {}

  /// A file that starts with NumPy's magic bytes.
  public static func recognises(_ file: DataFile) -> Bool {
    if case .bytes(let bytes) = file.content { bytes.starts(with: NpyHeader.magic) } else { false }
  }

  /// Reads samples and labels.
  /// - Throws: `DataError`: E0609, E0610, E0612, E0613, E0617 to E0620, E0630.
  public func read(_ request: FileRequest) throws -> LabelledTables {
    var files: [String] = []
    let train = try table(request.trainPart, &files)
    let test = try request.testPart().map { try table($0, &files) }
    return LabelledTables(train: train, test: test, origin: files.joined(separator: ", "))
  }

  private func table(_ part: TablePart, _ files: inout [String]) throws -> LabelledTable {
    let bytes = try part.file.bytes(for: part.place)
    let array = try SampleArray(npy: bytes, nil, path: part.file.path)
    files.append(part.file.path)
    if let (labels, source) = try part.givenLabels(array.count, &files) {
      return LabelledTable(
        features: try array.features(part.options), labels: labels, source: source,
        image: array.image(part.options))
    }
    let (features, labels) = try array.table(part.options)
    return LabelledTable(
      features: features, labels: labels,
      source: LabelledTable.Source(path: part.file.path, lines: []))
  }
}
