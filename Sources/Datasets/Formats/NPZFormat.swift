public import Catalogue

/// `format=npz`: several NumPy arrays a file.
public struct NPZFormat: DataFormat {
  /// The format, its keys, and which files it takes.
  public static let about = About(
    name: "npz", category: .format,
    summary: "reads NumPy arrays of samples and labels from a `.npz` archive",
    details: """
      Samples, labels, and perhaps samples and labels to test on are arrays of one archive, known by \
      their usual names (`x_train` `y_train` `x_test` `y_test`, `X` `y`, `data` `target` and such, \
      in any case) or named by keys. Without an array of labels, they come from the file that \
      `train_labels=` names, or from the column of `x` that `label=` names. Arrays are as for \
      `npy`. `test=` may name another archive or a share.
      """,
    paper: "NumPy Enhancement Proposal 1: A simple file format for NumPy arrays, 2007",
    parameters: ArrayNames.parameters,
    examples: [
      Example("data \"digits.npz\" test=20%", "arrays of usual names"),
      Example("data \"a.npz\" format=npz(x=\"spectra\", y=\"species\")", "arrays by their names"),
    ])

  private let names: ArrayNames

  /// The format with these keys.
  public init(_ arguments: Arguments = Arguments(of: about)) { names = ArrayNames(arguments) }

  /// A zip archive.
  public static func recognises(_ file: DataFile) -> Bool {
    if case .bytes(let bytes) = file.content { ZipArchive.isZip(bytes) } else { false }
  }

  /// Reads samples and labels.
  /// - Throws: `DataError`: E0609, E0610, E0612, E0613, E0617 to E0620, E0629, E0630.
  public func read(_ request: FileRequest) throws -> LabelledTables {
    try request.readArrays(names) { try NpzArrays($0, for: $1) }
  }
}
