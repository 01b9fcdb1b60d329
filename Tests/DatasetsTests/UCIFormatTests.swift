import Sparse
import Catalogue
import Datasets
import Testing

@Suite("UCI tables with label files")
struct UCIFormatTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("labels are found beside the samples; blanks at a row's ends do not count")
  func beside() throws {
    let train = try folder.write("m_train.data", "485 477 \n 537 479 \n452 471")
    try folder.write("m_train.labels", "-1\n1\n-1")
    let valid = try folder.write("m_valid.data.gz", gzip(Array("1 2 \n3 4 \n".utf8)))
    try folder.write("m_valid.labels", "1\n-1\n")
    let data = try load(train, unscaled.merging(["test": .text(valid)]) { $1 })
    #expect(data.train.features.values == [485, 477, 537, 479, 452, 471])
    #expect(data.train.labels == [0, 1, 0] && data.test.labels == [1, 0])
    #expect(data.classNames == ["-1", "1"])
    let whole = try load(folder.path, unscaled)
    #expect(whole.train == data.train && whole.test == data.test)
  }

  @Test("labels missing or of another number are refused")
  func badLabels() throws {
    let train = try folder.write("a.data", "1 2\n3 4\n")
    let uci: [String: Argument] = ["format": .call(Call("uci"))]
    #expect(refusal(train, uci)?.code == DatasetErrorCodes.noLabels)
    let three = try folder.write("a.labels", "1\n2\n1\n")
    let error = refusal(train)
    #expect(error?.code == DatasetErrorCodes.countsDiffer)
    #expect(error?.place == .file(path: three, line: nil, column: nil))
    try folder.write("a.labels", "1\n2 7\n")
    #expect(refusal(train)?.place == .file(path: three, line: 2, column: nil))
  }
}
