internal import Catalogue

/// What stands before the data of an ARFF file.
struct ARFFHeader {
  /// The columns.
  private(set) var attributes: [ARFFAttribute] = []

  /// Reads `@relation`, every `@attribute` and `@data`; the scanner then stands behind it.
  /// - Throws: `DataError`: E0611 or E0627 with the line, E0604 for a header without data.
  init(_ scanner: inout ARFFScanner, _ path: String) throws(DataError) {
    var names: Set<String> = []
    while scanner.nextContent() {
      let line = scanner.line
      let keyword = try scanner.word().text
      scanner.skipBlanks()
      switch keyword.lowercased() {
      case "@relation": break
      case "@attribute":
        let attribute = try Self.attribute(&scanner, path)
        guard names.insert(attribute.name).inserted else {
          throw Self.fault(
            line, "declares the attribute `\(TextExcerpt.of(attribute.name))` again", path,
            hint: "every attribute needs a name of its own")
        }
        attributes.append(attribute)
      case "@data":
        guard !attributes.isEmpty else {
          throw Self.fault(
            line, "starts the data, and no attribute was declared", path,
            hint: "declare every column by `@attribute name numeric` or `@attribute name {a, b}`")
        }
        scanner.nextLine()
        return
      default:
        throw Self.fault(
          line, "starts with `\(TextExcerpt.of(keyword))`, which is no declaration", path,
          hint: "`@relation`, `@attribute` and `@data` stand before the rows")
      }
      scanner.nextLine()
    }
    throw DataError(
      DatasetErrorCodes.empty, "`\(path)` has no `@data`",
      hint: "the file may be truncated; fetch it again",
      at: .file(path: path, line: nil, column: nil))
  }

  private static func attribute(
    _ scanner: inout ARFFScanner, _ path: String
  ) throws(DataError) -> ARFFAttribute {
    let line = scanner.line
    let name = try scanner.word()
    guard !name.text.isEmpty else {
      throw fault(line, "declares an attribute without a name", path)
    }
    if scanner.take("{") {
      return ARFFAttribute(name: name.text, sort: .nominal(try values(&scanner, path)))
    }
    let type = try scanner.word().text
    switch type.lowercased() {
    case "numeric", "real", "integer": return ARFFAttribute(name: name.text, sort: .number)
    case "string": return ARFFAttribute(name: name.text, sort: .text)
    case "date": return ARFFAttribute(name: name.text, sort: .date)
    default:
      throw fault(
        line,
        "gives the attribute `\(TextExcerpt.of(name.text))` "
          + (type.isEmpty ? "no type" : "the type `\(TextExcerpt.of(type))`"), path,
        hint: "types are numeric, real, integer, string, date, or values in braces")
    }
  }

  /// The values of a nominal attribute, up to the closing brace.
  private static func values(
    _ scanner: inout ARFFScanner, _ path: String
  ) throws(DataError) -> [String] {
    let line = scanner.line
    var values: [String] = []
    var seen: Set<String> = []
    repeat {
      scanner.skipBlanks()
      if values.isEmpty, scanner.take("}") {
        throw fault(line, "declares an attribute without values", path)
      }
      let word = try scanner.word()
      guard !word.text.isEmpty || word.isQuoted else {
        throw fault(line, "has a list of values that is not closed or lacks one", path)
      }
      guard seen.insert(word.text).inserted else {
        throw fault(line, "lists the value `\(TextExcerpt.of(word.text))` twice", path)
      }
      values.append(word.text)
      // Some writers part values by blanks alone.
      if scanner.take(",") { continue }
      if scanner.take("}") { return values }
    } while true
  }

  private static func fault(
    _ line: Int, _ what: String, _ path: String, hint: String? = nil
  ) -> DataError {
    DataError(
      DatasetErrorCodes.badDeclaration, "line \(line) \(what)",
      hint: hint ?? "a column is declared by `@attribute name numeric` or `@attribute name {a, b}`",
      at: .file(path: path, line: line, column: nil))
  }
}
