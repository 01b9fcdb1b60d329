import Catalogue
import Datasets
import Testing

@Suite("Bad input")
struct BadInputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("is refused with its code and place", arguments: BadFile.all)
  func refused(_ bad: BadFile) throws {
    let path = try folder.write("bad.csv", bad.bytes)
    let file = bad.key == "" ? try folder.write("bad.png", bad.bytes) : path
    let error = try #require(refusal(file, bad.keys))
    #expect(error.code == bad.code)
    let place: ErrorPlace =
      switch bad.key {
      case nil: .file(path: path, line: bad.line, column: bad.column)
      case "": .subject
      case .some(let key): .key(key)
      }
    #expect(error.place == place)
    #expect(error.message.first?.isUppercase == false && error.message.last != ".")
    #expect(error.hint?.isEmpty == false)
    #expect(!error.message.unicodeScalars.contains { $0.value < 32 })
  }

  @Test("the hint offers the name that was meant")
  func hints() throws {
    let path = try folder.write("bad.csv", "x,y,kind\n3,4,b\n1,2,a\n")
    #expect(refusal(path, ["label": .text("knid")])?.hint == "did you mean `kind`?")
    #expect(refusal(path, ["format": .call(Call("csw"))])?.hint == "did you mean `csv`?")
    #expect(refusal(named: "madelom")?.hint == "did you mean `madelon`?")
    #expect(refusal(folder.path + "/bda.csv")?.hint == "did you mean `bad.csv`?")
  }

  @Test("what is no readable file is refused by the place that named it")
  func files() throws {
    let path = try folder.write("good.csv", "1,2,a\n3,4,b\n")
    #expect(refusal("/nowhere/x.csv")?.code == DatasetErrorCodes.missing)
    #expect(refusal("/nowhere/x.csv")?.place == .subject)
    #expect(refusal(path + "/x.csv")?.code == DatasetErrorCodes.missing)
    #expect(refusal("")?.code == DatasetErrorCodes.missing)
    #expect(refusal(path, ["test": "/nowhere/x.csv"])?.place == .key("test"))
    #expect(refusal(folder.path)?.code == DatasetErrorCodes.notAFile)
    #expect(
      refusal(folder.path, ["format": .call(Call("csv"))])?.code == DatasetErrorCodes.notAFile)
    #expect(refusal(path, ["test": .text(folder.path)])?.code == DatasetErrorCodes.notAFile)
    #expect(refusal("/dev/zero")?.code == DatasetErrorCodes.notAFile)
  }

  /// Root reads everything, whatever the permissions say.
  @Test("a file without permission is refused", .enabled(if: !runsAsRoot))
  func permission() throws {
    let path = try folder.write("secret.csv", "1,2,a\n3,4,b\n")
    try folder.setReadable("secret.csv", false)
    #expect(refusal(path)?.code == DatasetErrorCodes.unreadable)
  }

  @Test("a test file that does not match the training file is refused")
  func testFiles() throws {
    let train = try folder.write("train.csv", "1,2,a\n3,4,b\n")
    let wide = try folder.write("wide.csv", "1,2,3,a\n3,4,5,b\n")
    let error = refusal(train, ["test": .text(wide)])
    #expect(error?.code == DatasetErrorCodes.widthsDiffer && error?.place == .key("test"))
    let unseen = try folder.write("unseen.csv", "1,2,a\n\n3,4,c\n")
    let label = refusal(train, ["test": .text(unseen)])
    #expect(label?.code == DatasetErrorCodes.unseenLabel)
    #expect(label?.place == .file(path: unseen, line: 3, column: nil))
  }

  @Test("sets that are not there, and keys that do not go with a name, are refused")
  func named() {
    for name in KnownSets.all.map(\.name) where name != "madelon" {
      let error = refusal(named: name)
      #expect(error?.code == DatasetErrorCodes.notInDataDirectory)
      #expect(error?.hint?.contains("SPARSESH_DATA") == true)
    }
    #expect(refusal(named: "spirals", ["test": 0.2])?.place == .key("test"))
    #expect(refusal(named: "spirals", ["drop": .list([1])])?.place == .key("drop"))
    #expect(refusal(named: "madelon", ["features": 10])?.place == .key("features"))
    #expect(refusal(named: "madelon", ["clusters": 17])?.place == .key("clusters"))
    #expect(
      refusal(named: "madelon", ["features": 1e7, "samples": 1e7])?.code
        == DatasetErrorCodes.tooLarge)
  }
}
