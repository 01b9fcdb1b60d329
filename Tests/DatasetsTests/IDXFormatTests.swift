import Sparse
import Catalogue
import Datasets
import Testing

@Suite("IDX")
struct IDXFormatTests {
  let folder: TemporaryFolder
  /// Three images of 2 × 2 pixels.
  let images = idx([3, 2, 2], [0, 1, 2, 3, 255, 254, 253, 252, 9, 8, 7, 6])
  let labels = idx([3], [7, 0, 7])

  init() throws { folder = try TemporaryFolder() }

  @Test("images and labels given by keys")
  func keys() throws {
    let file = try folder.write("a", images)
    let answers = try folder.write("b", labels)
    let data = try load(
      file,
      unscaled.merging([
        "train_labels": .text(answers), "test": .text(file), "test_labels": .text(answers),
      ]) { $1 })
    #expect(data.train.features.values == [0, 1, 2, 3, 255, 254, 253, 252, 9, 8, 7, 6])
    #expect(data.train.features.areBytes)
    #expect(data.train.labels == [1, 0, 1])
    #expect(data.classNames == ["0", "7"])
    #expect(data.test == data.train)
  }

  @Test("a folder under the usual names, compressed or not, and labels beside the images")
  func wholeFolder() throws {
    let set = try folder.folder("mnist")
    try folder.write("mnist/train-images-idx3-ubyte.gz", gzip(images))
    try folder.write("mnist/train-labels-idx1-ubyte", labels)
    try folder.write("mnist/t10k-images-idx3-ubyte", images)
    try folder.write("mnist/t10k-labels-idx1-ubyte.gz", gzip(labels))
    let data = try load(set, unscaled)
    #expect(data.width == 4 && data.train.count == 3 && data.test.count == 3)
    #expect(data.name == "mnist")
    let beside = try load(
      "\(set)/train-images-idx3-ubyte.gz", ["test": .text("\(set)/t10k-images-idx3-ubyte")])
    #expect(beside.train == data.scaled(like: beside))
  }

  @Test("labels may stand in a text file")
  func textLabels() throws {
    let file = try folder.write("a", images)
    let answers = try folder.write("b.txt", "cat\ndog\ncat\n")
    let data = try load(
      file, ["train_labels": .text(answers), "test": .text(file), "test_labels": .text(answers)])
    #expect(data.classNames == ["cat", "dog"])
  }

  @Test("every lie of a header is refused, with the file")
  func lies() throws {
    let answers = try folder.write("labels", labels)
    let cases: [(String, [UInt8], ErrorCode)] = [
      ("truncated", Array(images.dropLast()), DatasetErrorCodes.badHeader),
      ("too long", images + [0], DatasetErrorCodes.badHeader),
      ("within the header", Array(images.prefix(9)), DatasetErrorCodes.badHeader),
      ("four bytes", Array(images.prefix(4)), DatasetErrorCodes.badHeader),
      (
        "2³¹ sizes", [0, 0, 8, 3] + [0x80, 0, 0, 0, 0x80, 0, 0, 0, 0x80, 0, 0, 0],
        DatasetErrorCodes.badHeader
      ),
      (
        "sizes whose product wraps to 0",
        [0, 0, 8, 4] + [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
        DatasetErrorCodes.badHeader
      ),
      ("255 dimensions", [0, 0, 8, 255, 1], DatasetErrorCodes.badHeader),
      ("no image", idx([0, 2, 2], []), DatasetErrorCodes.empty),
      ("no pixel", idx([3, 0, 2], []), DatasetErrorCodes.empty),
      ("floats", [0, 0, 13, 1] + bigEndian(1) + [0, 0, 0, 0], DatasetErrorCodes.badMagic),
      ("labels for images", labels, DatasetErrorCodes.badMagic),
    ]
    for (name, bytes, code) in cases {
      let file = try folder.write("images", bytes)
      let error = refusal(file, ["train_labels": .text(answers), "format": .call(Call("idx"))])
      #expect(error?.code == code, "\(name): \(String(describing: error))")
      #expect(error?.place == .file(path: file, line: nil, column: nil), "\(name)")
    }
  }

  @Test("labels missing, of another number, or images themselves, are refused")
  func badLabels() throws {
    let file = try folder.write("a", images)
    #expect(refusal(file)?.code == DatasetErrorCodes.noLabels)
    let four = try folder.write("four", idx([4], [1, 2, 3, 4]))
    #expect(refusal(file, ["train_labels": .text(four)])?.code == DatasetErrorCodes.countsDiffer)
    #expect(refusal(file, ["train_labels": .text(file)])?.code == DatasetErrorCodes.badMagic)
    let missing = refusal(file, ["train_labels": .text("/nowhere/labels")])
    #expect(missing?.code == DatasetErrorCodes.missing && missing?.place == .key("train_labels"))
  }
}

extension Dataset {
  /// The training samples under another set's scaling.
  fileprivate func scaled(like other: Dataset) -> Samples { other.scaling.applied(to: train) }
}
