public import Catalogue

/// `format=idx`: images and labels as bytes, as MNIST has them.
public struct IDXFormat: DataFormat {
  /// The format, and which files it takes.
  public static let about = About(
    name: "idx", category: .format,
    summary: "reads images and labels as bytes with a header of sizes, as MNIST has them",
    details: """
      The subject is the file of the training images, or a folder that holds all four files under \
      their usual names (`train-images-idx3-ubyte`, `t10k-labels-idx1-ubyte` …). The labels are \
      looked for beside the images, under the same name with `labels-idx1` for `images-idx3`, \
      where `train_labels=` and `test_labels=` do not name them. Every pixel is a feature of 0 to \
      255 before scaling. Any file may be compressed (`.gz`).
      """,
    paper: "Y. LeCun, C. Cortes, C. Burges, The MNIST database of handwritten digits",
    examples: [
      Example(
        "data \"train-images-idx3-ubyte.gz\" test=\"t10k-images-idx3-ubyte.gz\" format=idx",
        "labels are found beside the images")
    ])

  /// The format; it has no keys.
  public init(_ arguments: Arguments = Arguments()) {}

  /// A magic number of IDX, or a folder with a file `train-images…idx3…`.
  public static func recognises(_ file: DataFile) -> Bool {
    switch file.content {
    case .bytes: IDXContent.isIDX(file)
    case .folder(let names): names.contains { imagesName($0, "train") }
    }
  }

  /// Reads images and labels.
  /// - Throws: `DataError`: E0612, E0613, E0619 or E0620, and whatever opening a file can cause.
  public func read(_ request: FileRequest) throws -> LabelledTables {
    guard case .folder(let names) = request.subject.content else {
      return try read(request, images: request.subject, testPath: request.testPath)
    }
    let folder = request.subject.path
    guard let train = names.first(where: { Self.imagesName($0, "train") }) else {
      throw DataError(
        DatasetErrorCodes.missing, "the folder `\(folder)` has no `train-images-idx3-ubyte`",
        hint: "name the file of the training images", at: .subject)
    }
    let test = names.first { Self.imagesName($0, "t10k") || Self.imagesName($0, "test") }
    let images = try DataFile(opening: PathText.join(folder, train), for: .subject)
    let testPath =
      request.testPath ?? (request.splitsTest ? nil : test.map { PathText.join(folder, $0) })
    return try read(request, images: images, testPath: testPath)
  }

  private func read(
    _ request: FileRequest, images: DataFile, testPath: String?
  ) throws -> LabelledTables {
    var files: [String] = []
    let train = try table(
      images, request.trainLabelsPath, request.options, .subject, "train_labels", &files)
    var test: LabelledTable?
    if let testPath {
      let file = try DataFile(opening: testPath, for: .key("test"))
      test = try table(
        file, request.testLabelsPath, request.options, .key("test"), "test_labels", &files)
    }
    return LabelledTables(train: train, test: test, origin: files.joined(separator: ", "))
  }

  private func table(
    _ file: DataFile, _ labelsPath: String?, _ options: TableOptions, _ place: ErrorPlace,
    _ key: String, _ files: inout [String]
  ) throws -> LabelledTable {
    let content = try IDXContent(file, for: place)
    let features = try content.rows()
    guard let path = labelsPath ?? Self.labelsBeside(file.path) else {
      throw DataError(
        DatasetErrorCodes.noLabels, "no labels are given or found beside `\(file.path)`",
        hint: "name their file by `\(key)=`", at: place)
    }
    let (labels, source) = try LabelFile.read(path, count: content.sizes[0], options, key: key)
    files += [file.path, path]
    return LabelledTable(
      features: features, labels: labels, source: source, image: content.image)
  }

  /// Whether a name is that of a set's images, `train-images-idx3-ubyte.gz` or a known variant.
  private static func imagesName(_ name: String, _ part: String) -> Bool {
    name.hasPrefix("\(part)-images") && name.contains("idx3")
  }

  /// The labels' file that belongs to a file of images, if there is one.
  private static func labelsBeside(_ path: String) -> String? {
    let name = PathText.last(of: path)
    guard name.contains("images") else { return nil }
    var labels = name.replacing("images", with: "labels").replacing("idx3", with: "idx1")
    if labels.hasSuffix(".gz") { labels.removeLast(3) }
    return PathText.existing(PathText.join(PathText.folder(of: path), labels))
  }
}
