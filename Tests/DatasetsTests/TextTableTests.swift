import Sparse
import Catalogue
import Datasets
import Testing

@Suite("Text tables")
struct TextTableTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Loads a text as both training and test file, unscaled.
  func table(_ text: String, _ keys: [String: Argument] = [:]) throws -> Dataset {
    let path = try folder.write("table.csv", text)
    return try load(path, unscaled.merging(["test": .text(path)]) { $1 }.merging(keys) { $1 })
  }

  @Test("commas, tabs, semicolons and blanks are found, CR LF and a lone CR end lines")
  func separators() throws {
    for text in [
      "1,2,a\n3,4,b\n", "1\t2\ta\n3\t4\tb\n", "1;2;a\n3;4;b\n", "1 2 a\n3 4 b\n",
      "  1   2\t a \n  3  4 b  \n", "1, 2, a\r\n3 , 4,b", "1,2,a\r3,4,b\r", "\u{FEFF}1,2,a\n3,4,b",
      "\n\n1,2,a\n   \n3,4,b\n\n", "\"1\",\"2\",\"a\"\n3,4,b", "+1,2.,a\n3.0,4e0,b",
    ] {
      let data = try table(
        text, text.contains("\t a") ? ["separator": .name("space")] : [:])
      #expect(data.train.features.values == [1, 2, 3, 4], "\(text)")
      #expect(data.train.labels == [0, 1])
      #expect(data.classNames == ["a", "b"])
      #expect(data.featureNames == ["x0", "x1"])
    }
  }

  @Test("a given separator is taken, even where another would be guessed")
  func givenSeparator() throws {
    let data = try table("1|2|a;\n3|4|b\n", ["separator": .text("|")])
    #expect(data.classNames == ["a;", "b"])
    let semicolons: [String: Argument] = ["separator": .name("semicolon")]
    #expect(try table("1;2,a\n3;4,b", semicolons).classNames == ["2,a", "4,b"])
  }

  @Test("a header is found, kept by `header=true` and read as data by `header=false`")
  func header() throws {
    let found = try table("width,height,kind\n1,2,a\n3,4,b\n")
    #expect(found.featureNames == ["width", "height"])
    #expect(found.train.features.values == [1, 2, 3, 4])
    let numbers = "1,2,a\n3,4,b\n5,6,a"
    #expect(try table(numbers).train.count == 3)
    let told = try table(numbers, ["header": true])
    #expect(told.featureNames == ["1", "2"])
    #expect(told.train.count == 2)
    let path = try folder.write("h.csv", "width,height,kind\n1,2,a\n3,4,b\n")
    let error = refusal(path, ["header": false])
    #expect(error?.code == DatasetErrorCodes.notANumber)
    #expect(error?.place == .file(path: path, line: 1, column: 1))
    #expect(error?.hint?.contains("header=true") == true)
  }

  @Test("header names may repeat, be empty, and hold separators and quotes")
  func headerNames() throws {
    let data = try table("\"\",\"a,\"\"b\"\"\",w,w,w_2,y\n1,2,3,4,5,0\n1,2,3,4,5,1\n")
    #expect(data.featureNames == ["x0", "a,\"b\"", "w", "w_2", "w_2_2"])
  }

  @Test("the label may be first, last, at a number or under a name")
  func labelColumn() throws {
    let text = "x,y,z\n1,2,3\n4,5,6\n"
    let cases: [(Argument, [Float], [String])] = [
      (.name("first"), [2, 3, 5, 6], ["1", "4"]), (.name("last"), [1, 2, 4, 5], ["3", "6"]),
      (2, [1, 3, 4, 6], ["2", "5"]), (.text("y"), [1, 3, 4, 6], ["2", "5"]),
      (.text("x"), [2, 3, 5, 6], ["1", "4"]),
    ]
    for (label, features, classes) in cases {
      let data = try table(text, ["label": label])
      #expect(data.train.features.values == features)
      #expect(data.classNames == classes)
    }
  }

  @Test("columns are dropped by number and name; a dropped column may hold anything")
  func drop() throws {
    let data = try table(
      "id,w,h,y\n\"a,\n1\",1,2,0\nb2,3,4,1\n", ["drop": .list([1, .text("h")])])
    #expect(data.featureNames == ["w"])
    #expect(data.train.features.values == [1, 3])
  }

  @Test("labels as numbers are one class by value, in the order of values")
  func numericLabels() throws {
    let data = try table("0,10.\n0,9\n0,1.\n0,1\n0,-1\n0,1e1\n")
    #expect(data.classNames == ["-1", "1", "9", "10"])
    #expect(data.train.labels == [3, 2, 1, 1, 0, 3])
    #expect(try table("0,10\n0,9\n0,b\n").classNames == ["10", "9", "b"])
  }

  @Test("a file without labels of its own takes them from label files, with or without a header")
  func labelFiles() throws {
    let samples = try folder.write("mass.csv", "1;2\n3;4\n5;6\n")
    let plain = try folder.write("labels.txt", "b\na\nb")
    let wide = try folder.write("labels.csv", "\"id\";\"species\"\n7;B\n8;A\n9;B\n")
    let first = try load(
      samples, ["train_labels": .text(plain), "test": .text(samples), "test_labels": .text(plain)])
    #expect(first.train.labels == [1, 0, 1] && first.test.labels == [1, 0, 1])
    let second = try load(
      samples,
      [
        "train_labels": .text(wide), "test": .text(samples), "test_labels": .text(wide),
        "label": .text("species"),
      ])
    #expect(second.classNames == ["A", "B"])
    #expect(second.width == 2)
    #expect(second.origin.contains("labels.csv"))
  }

  @Test("relative paths count from the base folder")
  func relativePaths() throws {
    try folder.write("a.csv", "1,a\n2,b\n")
    let data = try DataRequest(
      subject: .file("a.csv"), arguments: Arguments(["test": .text("a.csv")]),
      relativeTo: folder.path
    ).load()
    #expect(data.name == "a")
    #expect(data.origin == "\(folder.path)/a.csv, \(folder.path)/a.csv")
  }

  @Test("numbers are the doubles nearest to their texts, rounded to float")
  func numbers() throws {
    var texts = [
      "0", "-0", "1", "+1", "1.", ".5", "-.5", "1e5", "1E-5", "1.5e+3", "2.8858451e-001",
      "0.1", "0.2080", "123456789012345678", "9007199254740993", "9007199254740992",
      "0.30000000000000004", "12345678901234567890123", "0.000000000000000000000000001234567",
      "3.4028234663852886e38", "1e-45", "1.17549435e-38", "5e-324", "1e-400", "7.8e7", "1e22",
      "1e23", "123456.789e-20", "000000000000000000000000000000000001.5", "0e999",
      "8388608.5", "16777217", "0.1000000000000000055511151231257827021181583404541015625",
    ]
    // Numbers of every length and exponent.
    for step in 0..<400 {
      let digits = String(repeating: String(1 + step % 9), count: 1 + step % 23)
      texts.append("\(step % 2 == 0 ? "" : "-")\(digits.prefix(1)).\(digits)e\(step % 61 - 35)")
    }
    let rows = texts.enumerated().map { "\($1),\($0 % 2)" }.joined(separator: "\n")
    let features = try table(rows, ["header": false]).train.features.values
    #expect(features.count == texts.count)
    for (text, value) in zip(texts, features) {
      let expected = try #require(Double(text).map { Float($0) })
      #expect(value.bitPattern == expected.bitPattern, "\(text)")
    }
  }
}
