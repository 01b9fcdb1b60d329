internal import Catalogue

extension DataRequest {
  /// Reads or generates the samples, and names the set.
  func read() throws -> (LabelledTables, name: String) {
    switch subject {
    case .named(let name): (try readNamed(name), name)
    case .file(let path): try readFile(path)
    }
  }

  private func readNamed(_ name: String) throws -> LabelledTables {
    try refuseFileKeys(name)
    let context = SourceContext(seed: seed, dataDirectory: DataDirectory.chosen(dataDirectory))
    return try DatasetSources.build(name, arguments).load(context)
  }

  /// Refuses the keys that say how to take a file.
  private func refuseFileKeys(_ name: String) throws(DataError) {
    for key in ["test", "train_labels", "test_labels"] where arguments.has(key) {
      throw DataError(
        DatasetErrorCodes.badRequest,
        "`\(key)=` goes with a file; `\(name)` has its own test samples",
        hint: "leave it out, or name a file in place of `\(name)`",
        at: .key(key))
    }
    if !arguments.list("drop").isEmpty {
      throw DataError(
        DatasetErrorCodes.badRequest, "`drop=` goes with a file of columns, not with `\(name)`",
        hint: "leave it out",
        at: .key("drop"))
    }
  }

  private func readFile(_ path: String) throws -> (LabelledTables, name: String) {
    let format = try DataFormats.build(arguments.call("format"))
    let file = try DataFile(opening: resolved(path), for: .subject)
    var request = FileRequest(subject: file, options: try TableOptions(arguments))
    if case .text(let test)? = arguments["test"] { request.testPath = resolved(test) }
    if case .number? = arguments["test"] { request.splitsTest = true }
    request.trainLabelsPath = arguments.optionalText("train_labels").map(resolved)
    request.testLabelsPath = arguments.optionalText("test_labels").map(resolved)
    if request.testLabelsPath != nil, request.splitsTest {
      throw DataError(
        DatasetErrorCodes.badRequest, "`test_labels=` needs a file in `test=`, not a share",
        hint: "name the file of the test samples by `test=`",
        at: .key("test_labels"))
    }
    let name = file.name
    let stem = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? name[..<$0] : nil }
    return (try format.read(request), stem.map(String.init) ?? name)
  }

  private func resolved(_ path: String) -> String {
    PathText.resolve(path, from: baseDirectory)
  }
}
