import Sparse
import Catalogue
import Datasets
import Testing

@Suite("Splits")
struct SplitTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.writeThreeClasses()
  }

  @Test("without test=, a fifth of each class is the test set, and a note says so")
  func standard() throws {
    let data = try load(path, unscaled)
    #expect(data.test.classCounts(3) == [10, 6, 4])
    #expect(data.train.classCounts(3) == [40, 24, 16])
    #expect(
      Set(data.train.features.values).union(data.test.features.values)
        == Set((0..<100).map(Float.init)))
    #expect(data.notes.count == 1 && data.notes[0].contains("20%"))
  }

  @Test("shares of test and validation are taken class by class, without overlap")
  func shares() throws {
    let data = try load(path, unscaled.merging(["test": 0.3, "validation": 0.25]) { $1 })
    let validation = try #require(data.validation)
    #expect(data.test.classCounts(3) == [15, 9, 6])
    #expect(validation.count == 18)
    // A quarter of 35, 21 and 14 samples: 8.75, 5.25 and 3.5.
    #expect(validation.classCounts(3) == [9, 5, 4])
    let all = data.train.features.values + validation.features.values + data.test.features.values
    #expect(all.count == 100 && Set(all).count == 100)
    #expect(data.notes.isEmpty)
  }

  @Test("the same seed gives the same split, another seed another")
  func seeds() throws {
    let first = try load(path, ["seed": 7])
    #expect(try load(path, ["seed": 7]) == first)
    #expect(try load(path, ["seed": 8]) != first)
  }

  @Test("the split of seed 1 stays the same")
  func golden() throws {
    let data = try load(path, unscaled)
    let drawn: [Float] = [
      6, 9, 22, 30, 33, 34, 42, 45, 46, 48, 53, 54, 55, 69, 75, 76, 82, 89, 90, 94,
    ]
    #expect(data.test.features.values == drawn)
  }

  @Test("limit keeps that many training samples, class by class; more than there are is fine")
  func limit() throws {
    let data = try load(path, unscaled.merging(["limit": 8]) { $1 })
    #expect(data.train.classCounts(3) == [4, 2, 2])
    #expect(data.test.count == 20)
    #expect(try load(path, ["limit": 1000]).train.count == 80)
  }

  @Test("binary sets one label against the rest")
  func binary() throws {
    let data = try load(path, ["binary": .text("c")])
    #expect(data.classNames == ["rest", "c"])
    #expect(data.train.classCounts(2) == [64, 16])
    let numbers = try folder.write("n.csv", "0,1.\n0,2\n0,3\n0,1\n")
    let first = try load(numbers, ["binary": 1, "test": .text(numbers)])
    #expect(first.classNames == ["rest", "1"] && first.train.labels == [1, 0, 0, 1])
    let error = refusal(path, ["binary": .text("d")])
    #expect(error?.place == .key("binary"))
  }

  @Test("a share that leaves nothing is refused")
  func nothingLeft() throws {
    let small = try folder.write("small.csv", "0,a\n1,b\n2,a\n")
    #expect(refusal(small, ["test": 0.01])?.code == DatasetErrorCodes.tooFew)
    #expect(refusal(small, ["test": 0.99])?.place == .key("test"))
    #expect(refusal(small, ["test": 0.34, "validation": 0.9])?.place == .key("validation"))
  }
}
