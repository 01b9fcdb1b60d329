import Catalogue
import Datasets
import Sparse
import Testing

/// One table as other programs wrote it (`scripts/reference/data_files.py`), through every reader.
@Suite("Files of other programs")
struct ForeignFileTests {
  /// A file and how to ask for it.
  struct File: CustomTestStringConvertible, Sendable {
    let name: String
    var keys: [String: Argument] = [:]
    var factor = 1.0
    var testDescription: String { name }
  }

  private static let labels: [String: Argument] = [
    "train_labels": .text(ReferenceTable.path("y-i8.npy")),
    "test_labels": .text(ReferenceTable.path("y-text.npy")),
  ]
  private static let textLabels: [String: Argument] = [
    "train_labels": .text(ReferenceTable.path("y_train.txt")),
    "test_labels": .text(ReferenceTable.path("y-i8.npy")),
  ]
  private static func format(_ name: String, _ keys: [String: Argument]) -> [String: Argument] {
    let about = DataFormats.all.first { $0.about.name == name }?.about
    return ["format": .call(Call(name, Arguments(keys).completed(by: about?.parameters ?? [])))]
  }

  static let files: [File] = [
    File(name: "table.svm"), File(name: "table0.svm"), File(name: "table.svm.gz"),
    File(name: "table.svm", keys: format("libsvm", ["base": 1, "features": 5])),
    File(name: "table.arff"), File(name: "sparse.arff"), File(name: "table.arff.gz"),
    File(name: "table.arff", keys: ["label": .text("class")]),
    File(name: "x-f8.npy", keys: labels), File(name: "x-f4-columns.npy", keys: labels),
    File(name: "x-f8-big.npy", keys: textLabels), File(name: "x-f2.npy", keys: labels),
    File(name: "x-i2.npy", keys: labels, factor: 8), File(name: "x-f8.npy.gz", keys: labels),
    File(name: "table.npy", keys: ["label": .name("first")]),
    File(name: "table.npz"), File(name: "table.npz.gz"),
    File(name: "table.npz", keys: format("npz", ["x": "X", "y": "y"])),
    File(name: "table.npz", keys: labels),
    File(name: "v5.mat"), File(name: "v5-packed.mat"), File(name: "v5-sparse.mat"),
    File(name: "v5.mat.gz"), File(name: "v73.mat"),
    File(name: "v73-sparse.mat"), File(name: "v73.mat", keys: labels),
    File(
      name: "v5-columns.mat",
      keys: format("mat", ["samples": .name("columns"), "x": "X", "y": "y"])),
    File(name: "x_train.txt", keys: textLabels),
  ]

  @Test("hold the same samples and labels", arguments: files)
  func same(_ file: File) throws {
    let table = try ReferenceTable.read()
    let path = ReferenceTable.path(file.name)
    let data = try load(
      path, unscaled.merging(["test": .text(path)]) { $1 }.merging(file.keys) { $1 })
    #expect(data.train.features.values == table.features(times: file.factor))
    #expect(data.train.labels == table.classes)
    #expect(data.classNames == ["1", "2", "3"])
    #expect(data.test == data.train)
  }

  @Test("an archive may hold the test samples; a share asked for leaves them")
  func parts() throws {
    let table = try ReferenceTable.read()
    let data = try load(ReferenceTable.path("parts.npz"), unscaled)
    #expect(data.train.count == 9 && data.test.count == 3)
    #expect(data.train.features.values + data.test.features.values == table.features())
    #expect(data.test.labels == Array(table.classes.suffix(3)))
    let split = try load(ReferenceTable.path("parts.npz"), ["test": 0.34])
    #expect(split.train.count == 6 && split.test.count == 3)
    let test = try load(
      ReferenceTable.path("table.npz"),
      unscaled.merging(["test": .text(ReferenceTable.path("parts.npz"))]) { $1 })
    #expect(test.test == data.test)
  }

  @Test("further axes are features, the last one fastest")
  func cube() throws {
    let table = try ReferenceTable.read()
    let data = try load(
      ReferenceTable.path("x-cube.npy"),
      unscaled.merging(Self.labels) { $1 }.merging([
        "test": .text(ReferenceTable.path("x-cube.npy"))
      ]) { $1 })
    #expect(data.width == 4)
    #expect(data.train.features.values == table.x.flatMap { $0.prefix(4) }.map { Float($0) })
  }

  @Test("columns of an array are dropped by their number")
  func dropped() throws {
    let table = try ReferenceTable.read()
    let path = ReferenceTable.path("table.npy")
    let data = try load(
      path,
      unscaled.merging(["label": 1, "drop": .list([2, 6]), "test": .text(path)]) { $1 })
    #expect(data.train.features.values == table.x.flatMap { $0[1..<4] }.map { Float($0) })
    let npz = try load(
      ReferenceTable.path("table.npz"),
      unscaled.merging(["drop": .list([1]), "test": .text(ReferenceTable.path("table.npz"))]) { $1 }
    )
    #expect(npz.width == 4)
  }
}
