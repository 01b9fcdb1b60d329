import Catalogue
import Datasets
import Sparse
import Testing

@Suite("LIBSVM")
struct LIBSVMFormatTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(_ text: String, test: String? = nil, base: Argument = .name("auto")) throws
    -> Dataset
  {
    let path = try folder.write("a", text)
    let other = try test.map { try folder.write("b", $0) } ?? path
    let call = Call("libsvm", Arguments(["base": base, "features": .name("auto")]))
    return try DatasetsTests.load(
      path, unscaled.merging(["test": .text(other), "format": .call(call)]) { $1 })
  }

  @Test("comments, blank lines, line ends, queries, rows without entries")
  func layout() throws {
    let data = try load("# by hand\r\n\r\n+1 1:2 3:-0.5 # a comment\r\n-1\r\n  -1 qid:4 2:1e1  ")
    #expect(data.train.features.values == [2, 0, -0.5, 0, 0, 0, 0, 10, 0])
    #expect(data.classNames == ["-1", "1"] && data.train.labels == [1, 0, 0])
    #expect(data.featureNames == ["x0", "x1", "x2"])
  }

  @Test("the widest of both files counts, and an index 0 in either")
  func widths() throws {
    let data = try load("a 1:1\nb 2:1\n", test: "a 4:7\n")
    #expect(data.width == 4 && data.train.features.values == [1, 0, 0, 0, 0, 1, 0, 0])
    #expect(data.test.features.values == [0, 0, 0, 7])
    #expect(
      try load("a 1:1\nb 2:1\n", test: "a 0:7\n").train.features.values == [0, 1, 0, 0, 0, 1])
    #expect(try load("a 1:1\nb 2:1\n", base: 0).width == 3)
  }

  @Test("is known by its first row")
  func recognised() throws {
    let path = try folder.write("a9a", "# of adults\n-1 3:1 11:1\n+1 5:1\n")
    #expect(try DatasetsTests.load(path, ["test": .text(path)]).width == 11)
    let table = try folder.write("table", "1 2 3\n4 5 6\n1 2 6\n")
    #expect(try DatasetsTests.load(table, ["test": .text(table)]).width == 2)
  }

  @Test(
    "bad rows are refused with their line",
    arguments: [
      ("a 1:1\nb 2:x\n", DatasetErrorCodes.notANumber, 2),
      ("a 1:1\nb 2:\n", DatasetErrorCodes.notFinite, 2),
      ("a 1:nan\nb 1:1\n", DatasetErrorCodes.notFinite, 1),
      ("a 1:-inf\n", DatasetErrorCodes.notFinite, 1),
      ("a 1:1e60\nb 2:1\n", DatasetErrorCodes.notFinite, 1),
      ("a 1:1 1:2\n", DatasetErrorCodes.badEntry, 1),
      ("a 3:1 2:2\n", DatasetErrorCodes.badEntry, 1),
      ("a 1:1\n\n1:1\n", DatasetErrorCodes.badEntry, 3),
      ("a 1\nb 1:2\n", DatasetErrorCodes.badEntry, 1), ("a -1:1\n", DatasetErrorCodes.badEntry, 1),
      ("1,3 1:1\n", DatasetErrorCodes.badEntry, 1), ("nan 1:1\n", DatasetErrorCodes.notFinite, 1),
      ("a 1:1:1\n", DatasetErrorCodes.notANumber, 1),
    ])
  func badRows(_ text: String, _ code: ErrorCode, _ line: Int) throws {
    let path = try folder.write("bad.svm", text)
    let error = refusal(path)
    #expect(error?.code == code)
    guard case .file(path, line, _)? = error?.place else {
      Issue.record("\(String(describing: error?.place))")
      return
    }
  }

  @Test("what memory cannot hold, and files without entries or rows, are refused")
  func sizes() throws {
    #expect(
      refusal(try folder.write("a.svm", "a 2147483647:1\nb 1:1\n"))?.code
        == DatasetErrorCodes.tooLarge)
    #expect(
      refusal(try folder.write("b.svm", "a 99999999999999999999999:1\nb 1:1\n"))?.code
        == DatasetErrorCodes.tooLarge)
    #expect(refusal(try folder.write("c.svm", "a\nb\n"))?.code == DatasetErrorCodes.noFeatures)
    #expect(refusal(try folder.write("d.svm", "# nothing\n"))?.code == DatasetErrorCodes.empty)
    #expect(refusal(try folder.write("e.svm", "a 1:1\na 2:1\n"))?.code == DatasetErrorCodes.classes)
    let path = try folder.write("f.svm", "a 0:1\nb 9:1\n")
    for (name, keys) in [
      ("base", ["base": 1] as [String: Argument]), ("features", ["features": 3]),
    ] {
      let call = Call("libsvm", Arguments(keys).completed(by: LIBSVMFormat.about.parameters))
      #expect(refusal(path, ["format": .call(call)])?.place == .key("format"), "\(name)")
    }
    #expect(refusal(path, ["drop": .list([1])])?.place == .key("drop"))
  }
}
