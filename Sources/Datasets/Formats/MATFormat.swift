public import Catalogue

/// `format=mat`: arrays that MATLAB or Octave saved.
public struct MATFormat: DataFormat {
  /// The format, its keys, and which files it takes.
  public static let about = About(
    name: "mat", category: .format,
    summary: "reads arrays of samples and labels from MATLAB's `.mat` files, v5 and v7.3",
    details: """
      Samples and labels are real numeric arrays of one file, dense or sparse, known by their usual \
      names (`X` `Y`, `fea` `gnd`, `data` `labels`, `x_train` `y_train` `x_test` `y_test` and such, \
      in any case) or named by keys. Without an array of labels, they come from the file that \
      `train_labels=` names, or from the column of `x` that `label=` names. Samples are rows, or \
      with `samples=columns` columns. Further axes are features, the last one fastest. `test=` may \
      name another file or a share.
      """,
    paper: "MathWorks, MAT-File Format, 2019",
    parameters: ArrayNames.parameters + [
      Parameter(
        "samples", .choice(["rows", "columns"]), default: .name("rows"),
        "whether the samples are the rows or the columns of their array")
    ],
    examples: [
      Example("data \"COIL20.mat\" test=20%", "arrays `fea` and `gnd`"),
      Example(
        "data \"a.mat\" format=mat(x=\"spectra\", y=\"species\", samples=columns)",
        "arrays by their names"),
    ])

  private let names: ArrayNames
  private let turned: Bool

  /// The format with these keys.
  public init(_ arguments: Arguments = Arguments(of: about)) {
    names = ArrayNames(arguments)
    turned = arguments.choice("samples") == "columns"
  }

  /// The mark of v5 or v7.3 behind the description.
  public static func recognises(_ file: DataFile) -> Bool {
    if case .bytes(let bytes) = file.content { MATLayout(bytes) != nil } else { false }
  }

  /// Reads samples and labels.
  /// - Throws: `DataError`: E0605, E0609, E0610, E0612, E0613, E0617 to E0620, E0629, E0630.
  public func read(_ request: FileRequest) throws -> LabelledTables {
    try request.readArrays(names) {
      try MATArrays($0, for: $1)
    } turn: {
      turned ? try $0.transposed() : $0
    }
  }
}
