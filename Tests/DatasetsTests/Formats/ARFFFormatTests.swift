import Catalogue
import Datasets
import Sparse
import Testing

@Suite("ARFF")
struct ARFFFormatTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(_ text: String, _ keys: [String: Argument] = [:]) throws -> Dataset {
    let path = try folder.write("a.arff", text)
    return try DatasetsTests.load(
      path, unscaled.merging(["test": .text(path)]) { $1 }.merging(keys) { $1 })
  }

  private static let weather = """
    % Weka's weather, cut short
    @RELATION 'the weather'

    @attribute outlook {sunny, overcast, 'rainy % day'}
    @attribute\ttemperature real
    @ATTRIBUTE "humid ity" Integer % a comment
    @attribute windy {TRUE,FALSE}
    @attribute play { yes , no }
    @DATA
    % dense rows
    sunny,85,85,FALSE,no
    overcast, 83.5 , "86", TRUE, 'yes'
    'rainy % day',-7e1,96,FALSE,yes % a comment

    """

  @Test("declared columns, quotes, comments, nominal values")
  func dense() throws {
    let data = try load(Self.weather)
    #expect(
      data.featureNames == [
        "outlook=sunny", "outlook=overcast", "outlook=rainy % day", "temperature", "humid ity",
        "windy=FALSE",
      ])
    #expect(
      data.train.features.values == [
        1, 0, 0, 85, 85, 1, 0, 1, 0, 83.5, 86, 0, 0, 0, 1, -70, 96, 1,
      ])
    #expect(data.classNames == ["no", "yes"] && data.train.labels == [0, 1, 1])
  }

  @Test("the label by name or number, and columns left out")
  func columns() throws {
    let data = try load(
      Self.weather, ["label": .text("windy"), "drop": .list([1, .text("play")])])
    #expect(data.featureNames == ["temperature", "humid ity"])
    #expect(data.classNames == ["FALSE", "TRUE"])
  }

  @Test("sparse rows: what is left out is 0 or the first value")
  func sparse() throws {
    let data = try load(
      """
      @relation s
      @attribute a numeric
      @attribute b {x, y, z}
      @attribute c numeric
      @attribute class {p, q}
      @data
      {0 1.5, 3 q}
      { }
      {1 z,2 -4}
      """)
    #expect(data.train.features.values == [1.5, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, -4])
    #expect(data.train.labels == [1, 0, 0])
  }

  @Test("texts and dates are refused unless they are left out or the label")
  func texts() throws {
    let text = """
      @relation t
      @attribute id string
      @attribute day date "yyyy-MM-dd"
      @attribute v numeric
      @attribute kind string
      @data
      'o\\'ne',2020-01-01,1,a
      "t,wo",?,2,b
      """
    #expect(throws: DataError.self) { try load(text) }
    let data = try load(text, ["drop": .list([.text("id"), 2])])
    #expect(data.train.features.values == [1, 2] && data.classNames == ["a", "b"])
  }

  private static let head =
    "@relation r\n@attribute a numeric\n@attribute b {x,y}\n@attribute c {p,q}\n@data\n"

  static let bad: [BadFile] = [
    BadFile("a missing number", head + "?,x,p\n", DatasetErrorCodes.notFinite, line: 6, column: 1),
    BadFile("a missing value", head + "1,?,p\n", DatasetErrorCodes.notFinite, line: 6, column: 2),
    BadFile("a missing label", head + "1,x,?\n", DatasetErrorCodes.notFinite, line: 6, column: 3),
    BadFile("an empty value", head + "1,,p\n", DatasetErrorCodes.notFinite, line: 6, column: 2),
    BadFile("infinity", head + "1e99,x,p\n", DatasetErrorCodes.notFinite, line: 6, column: 1),
    BadFile("NaN", head + "NaN,x,p\n", DatasetErrorCodes.notFinite, line: 6, column: 1),
    BadFile("a text", head + "one,x,p\n", DatasetErrorCodes.notANumber, line: 6, column: 1),
    BadFile("not declared", head + "1,z,p\n", DatasetErrorCodes.undeclared, line: 6, column: 2),
    BadFile("too short", head + "1,x,p\n1,x\n", DatasetErrorCodes.ragged, line: 7),
    BadFile("too long", head + "1,x,p,q\n", DatasetErrorCodes.ragged, line: 6),
    BadFile("a weight", head + "1,x,p,{5}\n", DatasetErrorCodes.ragged, line: 6),
    BadFile("an open quote", head + "1,'x,p\n", DatasetErrorCodes.openQuote, line: 6),
    BadFile("an open brace", head + "{0 1\n", DatasetErrorCodes.badEntry, line: 6),
    BadFile("indices turned round", head + "{1 x, 0 1}\n", DatasetErrorCodes.badEntry, line: 6),
    BadFile("an index too far", head + "{3 x}\n", DatasetErrorCodes.badEntry, line: 6),
    BadFile("an index beyond counting", head + "{1e30 x}\n", DatasetErrorCodes.badEntry, line: 6),
    BadFile("no rows", head, DatasetErrorCodes.empty),
    BadFile("no data", "@relation r\n@attribute a numeric\n", DatasetErrorCodes.empty),
    BadFile("no attributes", "@relation r\n@data\n1\n", DatasetErrorCodes.badDeclaration, line: 2),
    BadFile("no type", "@relation r\n@attribute a\n", DatasetErrorCodes.badDeclaration, line: 2),
    BadFile(
      "an unknown type", "@relation r\n@attribute a relational\n", DatasetErrorCodes.badDeclaration,
      line: 2),
    BadFile(
      "values not closed", "@relation r\n@attribute a {x, y\n", DatasetErrorCodes.badDeclaration,
      line: 2),
    BadFile(
      "no values", "@relation r\n@attribute a {}\n", DatasetErrorCodes.badDeclaration, line: 2),
    BadFile(
      "a value twice", "@relation r\n@attribute a {x,x}\n", DatasetErrorCodes.badDeclaration,
      line: 2),
    BadFile(
      "an attribute twice", "@relation r\n@attribute a real\n@attribute a real\n",
      DatasetErrorCodes.badDeclaration, line: 3),
    BadFile("rows too early", "@relation r\n1,2\n", DatasetErrorCodes.badDeclaration, line: 2),
  ]

  @Test("bad files are refused with their place", arguments: bad)
  func refused(_ bad: BadFile) throws {
    let path = try folder.write("bad.arff", bad.bytes)
    let error = try #require(refusal(path))
    #expect(error.code == bad.code, "\(error)")
    #expect(error.place == .file(path: path, line: bad.line, column: bad.column))
    #expect(error.hint?.isEmpty == false)
  }

  @Test("a test file with other declarations is refused")
  func otherTest() throws {
    let train = try folder.write("train.arff", Self.head + "1,x,p\n2,y,q\n")
    let turned = try folder.write(
      "test.arff", Self.head.replacing("{x,y}", with: "{y,x}") + "1,x,p\n")
    let error = refusal(train, ["test": .text(turned)])
    #expect(error?.code == DatasetErrorCodes.widthsDiffer && error?.place == .key("test"))
  }

  @Test("many declared values times many rows are more than memory holds")
  func bomb() throws {
    let values = (0..<200_000).map { "v\($0)" }.joined(separator: ",")
    let text =
      "@relation r\n@attribute a {\(values)}\n@attribute c {p,q}\n@data\n"
      + String(repeating: "{}\n", count: 200_000)
    #expect(refusal(try folder.write("bomb.arff", text))?.code == DatasetErrorCodes.tooLarge)
  }
}
