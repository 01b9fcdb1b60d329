internal import Catalogue

/// What each column of a table is, made of its first row and the keys.
struct Header {
  /// What a column is for.
  enum Role: Equatable {
    case feature, label, dropped
  }

  /// The role of each column.
  let columns: [Role]
  /// The features' names, nil where the table has no header.
  let names: [String]?
  /// The line of the first row.
  let line: Int
  private let titles: [String]?

  /// Decides whether `row`, the first, is a header, and what each column is for.
  ///
  /// Unless the key `header` says, it is one when a key names a column, or when most of the cells
  /// that ought to be features are neither numbers nor empty.
  /// - Throws: `DataError`: E0617 for a column that is not there, E0618 where no feature remains.
  init(
    _ row: [String], _ options: TableOptions, labelled: Bool, _ path: String, line: Int
  ) throws(DataError) {
    let byName = ((labelled ? [options.label] : []) + options.drop).contains {
      if case .name = $0 { true } else { false }
    }
    let candidate = options.header ?? true ? row : nil
    let roles = try Self.roles(row.count, candidate, options, labelled, path, line: line)
    let features = row.indices.filter { roles[$0] == .feature }
    let isHeader = options.header ?? (byName || Self.namesColumns(features.map { row[$0] }))
    columns = roles
    self.line = line
    titles = isHeader ? row : nil
    names = isHeader ? Self.distinctNames(features.map { row[$0] }) : nil
  }

  /// What each of `count` columns, perhaps of these names, is for.
  /// - Throws: `DataError`: E0617 for a column that is not there, E0618 where no feature remains.
  static func roles(
    _ count: Int, _ names: [String]?, _ options: TableOptions, _ labelled: Bool, _ path: String,
    line: Int?
  ) throws(DataError) -> [Role] {
    var roles = [Role](repeating: .feature, count: count)
    for column in options.drop {
      roles[try index(of: column, count, names, path, key: "drop")] = .dropped
    }
    if labelled {
      let index = try index(of: options.label, count, names, path, key: "label")
      guard roles[index] != .dropped else {
        throw DataError(
          DatasetErrorCodes.badRequest, "the column \(index + 1) is both the label and dropped",
          hint: "take it out of `drop=`, or name another by `label=`",
          at: .key("drop"))
      }
      roles[index] = .label
    }
    guard roles.contains(.feature) else {
      throw DataError(
        DatasetErrorCodes.noFeatures,
        "no feature remains of \(count == 1 ? "the only column" : "the \(count) columns") of `\(path)`",
        hint: options.drop.isEmpty
          ? "`separator=` says what stands between values" : "drop fewer columns",
        at: options.drop.isEmpty ? .file(path: path, line: line, column: nil) : .key("drop"))
    }
    return roles
  }

  /// The column as a message calls it: "column 3" or "column 3 (`width`)".
  func title(_ column: Int) -> String {
    guard let titles, column < titles.count, !titles[column].isEmpty else {
      return "column \(column + 1)"
    }
    return "column \(column + 1) (`\(TextExcerpt.of(titles[column]))`)"
  }

  /// Where a column stands, from 0.
  static func index(
    of column: TableOptions.Column, _ count: Int, _ names: [String]?, _ path: String, key: String
  ) throws(DataError) -> Int {
    switch column {
    case .first: return 0
    case .last: return count - 1
    case .number(let number):
      if (1...count).contains(number) { return number - 1 }
      throw DataError(
        DatasetErrorCodes.noColumn,
        "there is no column \(number): `\(path)` has \(NumberText.count(count))",
        hint: "columns count from 1", at: .key(key))
    case .name(let name):
      if let index = names?.firstIndex(of: name) { return index }
      let near = names.flatMap { Spelling.nearest(to: name, among: $0) }
      throw DataError(
        DatasetErrorCodes.noColumn, "there is no column `\(TextExcerpt.of(name))` in `\(path)`",
        hint: near.map { "did you mean `\(TextExcerpt.of($0))`?" }
          ?? "columns go by their name in the first row, or by their number from 1", at: .key(key))
    }
  }

  private static func namesColumns(_ cells: [String]) -> Bool {
    let texts = cells.count { cell in
      !cell.isEmpty && DecimalNumber.parse(whole: cell) == nil
        && !["nan", "na", "?", "inf", "-inf"].contains(cell.lowercased())
    }
    return 2 * texts > cells.count
  }

  /// The names, where empty ones become `x` and their number from 0, and one that stands there
  /// already gets the next free `_2`, `_3` ….
  private static func distinctNames(_ cells: [String]) -> [String] {
    var taken: Set<String> = []
    var next: [String: Int] = [:]
    return cells.enumerated().map { index, cell in
      let name = cell.isEmpty ? "x\(index)" : cell
      var distinct = name
      while !taken.insert(distinct).inserted {
        next[name, default: 1] += 1
        distinct = "\(name)_\(next[name] ?? 0)"
      }
      return distinct
    }
  }
}
