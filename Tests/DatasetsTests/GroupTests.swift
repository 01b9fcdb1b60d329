import Catalogue
import Datasets
import Sparse
import Testing

@Suite("Groups of labels")
struct GroupTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = try folder.writeThreeClasses()
  }

  private func groups(_ groups: Argument...) -> [String: Argument] {
    unscaled.merging(["groups": .list(groups)]) { $1 }
  }

  @Test("labels of a group are one class, and classes stand in the order of the list")
  func merging() throws {
    let data = try load(path, groups("c", .list(["b", "a"])))
    #expect(data.classNames == ["c", "b+a"])
    #expect(data.train.classCounts(2) == [16, 64] && data.test.classCounts(2) == [4, 16])
    for (label, row) in zip(data.train.labels, data.train.features.values) {
      #expect(label == (row < 80 ? 1 : 0))
    }
    #expect(data.notes.allSatisfy { !$0.contains("groups") })
  }

  @Test("samples with other labels are left out, before all splits, and a note says how many")
  func leavingOut() throws {
    let split: [String: Argument] = ["test": 0.2, "validation": 0.25, "limit": 14]
    let data = try load(path, groups("c", "a").merging(split) { $1 })
    #expect(data.classNames == ["c", "a"])
    #expect(data.test.classCounts(2) == [4, 10])
    #expect(data.validation?.classCounts(2) == [4, 10])
    #expect(data.train.classCounts(2) == [4, 10])
    #expect(data.notes.contains("`groups=` leaves out 30 samples with other labels"))
    let rows =
      data.train.features.values + data.test.features.values
      + (data.validation?.features.values ?? [])
    #expect(Set(rows).count == 42 && rows.allSatisfy { $0 < 50 || $0 >= 80 })
  }

  @Test("numbers go by their value, and a test file by the same groups")
  func numbers() throws {
    let train = try folder.write("n.csv", "0,1.\n1,2\n2,3\n3,1\n4,2\n")
    let test = try folder.write("t.csv", "5,3\n6,2.0\n7,9\n8,1\n")
    let keys = groups(.list([1, 3]), 2).merging(["test": .text(test)]) { $1 }
    let data = try load(train, keys)
    #expect(data.classNames == ["1+3", "2"])
    #expect(data.train.labels == [0, 1, 0, 0, 1])
    // No training sample has the label 9: it is in no group either.
    #expect(data.test.labels == [0, 1, 0] && data.test.features.values == [5, 6, 8])
    #expect(data.notes.contains("`groups=` leaves out 1 sample with another label"))
  }

  @Test("groups that do not fit the labels are refused, with what is wrong")
  func refusals() throws {
    let cases: [([String: Argument], String)] = [
      (groups(), "no class"), (groups(.list(["a", "b"])), "one class"),
      (groups("a", .list([])), "class 2 of `groups=` is empty"),
      (groups("a", .list(["b", "a"])), "`a` twice"), (groups("a", "a"), "`a` twice"),
      (groups("a", "d"), "label `d`"), (groups("a", 1), "label `1`"),
    ]
    for (keys, text) in cases {
      let error = refusal(path, keys)
      #expect(error?.code == DatasetErrorCodes.badGroups, "\(text)")
      #expect(error?.message.contains(text) == true, "\(error?.message ?? "none")")
      #expect(error?.place == .key("groups") && error?.hint != nil)
    }
    let both = refusal(path, groups("a", "b").merging(["binary": "a"]) { $1 })
    #expect(both?.code == DatasetErrorCodes.badRequest && both?.place == .key("groups"))
  }

  @Test("a test file without a sample of any group is refused")
  func nothingToTestOn() throws {
    let test = try folder.write("t.csv", "5,c\n6,c\n")
    let error = refusal(path, groups("a", "b").merging(["test": .text(test)]) { $1 })
    #expect(error?.code == DatasetErrorCodes.tooFew && error?.place == .key("groups"))
  }
}
