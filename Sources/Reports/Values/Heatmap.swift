/// A grid of numbers as shades, such as a matrix or an image.
public struct Heatmap: Sendable, Equatable {
  /// One side of the grid.
  public struct Side: Sendable, Equatable {
    /// What its lines are.
    public let label: String
    /// How many there are.
    public let count: Int
    /// The name of each; none where they have none.
    public let names: [String]

    /// So many lines without names.
    /// - Precondition: `count` is not negative.
    public init(_ label: String, count: Int) {
      precondition(count >= 0)
      (self.label, self.count, names) = (label, count, [])
    }

    /// Lines with names.
    public init(_ label: String, names: [String]) {
      (self.label, self.names) = (label, names)
      count = names.count
    }

    /// The name of a line (from 0), or its number, counted from 1.
    func name(_ line: Int) -> String { names.isEmpty ? String(line + 1) : names[line] }
  }

  /// The caption.
  public let title: String
  /// What stands one below the other, from the top.
  public let rows: Side
  /// What stands side by side, from the left.
  public let columns: Side
  /// What the numbers are, which decides how they read.
  public let unit: Axis.Unit
  /// What the numbers say, such as `share connected`.
  public let label: String
  /// The numbers, row by row. What is not finite is left blank.
  public let values: [Double]
  /// The name of each cell, row by row, where cells stand for something of their own, such as features; else none.
  public let cellNames: [String]
  private let bounds: ClosedRange<Double>?

  /// A grid.
  /// - Parameters:
  ///   - cellNames: names of the cells, row by row; those beyond the names have none.
  ///   - bounds: what the lightest and the darkest shade stand for; nil for what the numbers ask for.
  /// - Precondition: a number for each pair of row and column.
  public init(
    title: String, rows: Side, columns: Side, label: String, unit: Axis.Unit = .number,
    values: [Double], cellNames: [String] = [], bounds: ClosedRange<Double>? = nil
  ) {
    precondition(values.count == rows.count * columns.count, "a number a cell")
    self.title = title
    self.rows = rows
    self.columns = columns
    self.label = label
    self.unit = unit
    self.values = values
    self.cellNames = cellNames
    self.bounds = bounds
  }

  /// The grid with other numbers for the lightest and the darkest shade.
  func bounded(by bounds: ClosedRange<Double>) -> Heatmap {
    Heatmap(
      title: title, rows: rows, columns: columns, label: label, unit: unit, values: values,
      cellNames: cellNames, bounds: bounds)
  }

  /// The number in a row and column, from 0.
  public subscript(row: Int, column: Int) -> Double { values[row * columns.count + column] }

  /// What the lightest and the darkest shade stand for: unless it was said, from zero, or what is less, to the
  /// largest number; nil where there is no number.
  public var range: ClosedRange<Double>? {
    if let bounds { return bounds }
    let known = values.lazy.filter(\.isFinite)
    guard let low = known.min(), let high = known.max() else { return nil }
    return min(low, 0)...max(high, 0)
  }

  /// How dark each cell is, 0…`levels`: 0 for the low end of the range and what is not known, and at
  /// least 1 for all above.
  func shades(levels: Int) -> [Int] {
    guard let range, range.upperBound > range.lowerBound else {
      return values.map { _ in 0 }
    }
    // Halved, since the distance of two numbers may overflow where neither does.
    let (low, span) = (
      range.lowerBound / 2, range.upperBound / 2 - range.lowerBound / 2
    )
    return values.map { value in
      guard value.isFinite, value > range.lowerBound else { return 0 }
      let share = span > 0 ? (value / 2 - low) / span : 1
      return min(max(Int((share * Double(levels)).rounded()), 1), levels)
    }
  }

  /// The grid with at most so many rows and columns, each of which is the mean of like many
  /// neighbours; names are kept where nothing is taken together.
  func reduced(rows most: Int, columns mostColumns: Int) -> Heatmap {
    let (high, wide) = (min(rows.count, most), min(columns.count, mostColumns))
    guard high > 0, wide > 0, high < rows.count || wide < columns.count else { return self }
    func part(_ place: Int, _ parts: Int, _ count: Int) -> Range<Int> {
      place * count / parts..<(place + 1) * count / parts
    }
    var means: [Double] = []
    for row in 0..<high {
      for column in 0..<wide {
        let cells = part(row, high, rows.count).flatMap { row in
          part(column, wide, columns.count).map { self[row, $0] }
        }.filter(\.isFinite)
        means.append(cells.reduce(0) { $0 + $1 / Double(cells.count) })
      }
    }
    return Heatmap(
      title: title, rows: high < rows.count ? Side(rows.label, count: high) : rows,
      columns: wide < columns.count ? Side(columns.label, count: wide) : columns, label: label,
      unit: unit, values: means, bounds: bounds)
  }

  /// A number of the grid as people read it.
  func reading(_ value: Double) -> String {
    switch unit {
    case .percent: Cell.percent(value, decimals: 1).reading
    case .number, .count: Cell.number(value).reading
    }
  }

  /// What the grid shows, for those who cannot see it.
  var description: String {
    let size = "\(rows.count) rows (\(rows.label)) by \(columns.count) columns (\(columns.label))"
    let known = values.indices.filter { values[$0].isFinite }
    guard let highest = known.max(by: { values[$0] < values[$1] }),
      let lowest = known.min(by: { values[$0] < values[$1] })
    else { return "Heat map of \(label), \(size). No values." }
    return "Heat map of \(label), \(size). Lowest \(reading(values[lowest])) at \(place(lowest)), "
      + "highest \(reading(values[highest])) at \(place(highest))."
  }

  private func place(_ index: Int) -> String {
    "row \(rows.name(index / columns.count)), column \(columns.name(index % columns.count))"
  }
}
