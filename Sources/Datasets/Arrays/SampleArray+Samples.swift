internal import Catalogue
internal import Sparse

extension SampleArray {
  /// Rows of features: the first axis counts samples, all others together features, but for those
  /// that `drop=` leaves out.
  /// - Throws: `DataError`: E0604 without elements, E0609 or E0610 for what is no finite number,
  ///   E0617 or E0618 for columns to drop, E0630 for a lone axis.
  func features(_ options: TableOptions) throws(DataError) -> Features {
    let width = try self.width()
    guard options.drop.isEmpty else {
      let roles = try Header.roles(width, nil, options, false, path, line: nil)
      return try columns(roles.indices.filter { roles[$0] == .feature }, of: width)
    }
    if case .bytes(let bytes) = elements { return Features(bytes: bytes, width: width) }
    return Features(compacting: try floats(), width: width)
  }

  /// How features make an image, where the axes tell: rows and columns, and the few planes of colour
  /// before or behind them. Nil for other arrays, and where columns are left out.
  func image(_ options: TableOptions) -> ImageShape? {
    guard options.drop.isEmpty, elements.count > 0 else { return nil }
    if shape.count == 3 { return ImageShape(rows: shape[1], columns: shape[2]) }
    guard shape.count == 4 else { return nil }
    if shape[3] <= Self.mostPlanes {
      return ImageShape(
        rows: shape[1], columns: shape[2], planes: shape[3], order: .pixelByPixel)
    }
    return shape[1] <= Self.mostPlanes
      ? ImageShape(rows: shape[2], columns: shape[3], planes: shape[1]) : nil
  }

  /// Red, green, blue and how opaque: an axis that is longer holds pixels.
  private static let mostPlanes = 4

  /// Features and labels of an array with two axes, one of whose columns holds the labels.
  /// - Throws: `DataError`: E0617 or E0618 for columns that are not there, and what `features` can
  ///   cause.
  func table(_ options: TableOptions) throws(DataError) -> (features: Features, labels: [String]) {
    let columns = try self.width()
    guard shape.count == 2 else {
      throw DataError(
        DatasetErrorCodes.noLabels, "\(title) has \(shape.count) axes and no column of labels",
        hint: "name the file of the labels by `train_labels=`", at: .subject)
    }
    let roles = try Header.roles(columns, nil, options, true, path, line: nil)
    let features = try self.columns(roles.indices.filter { roles[$0] == .feature }, of: columns)
    let label = roles.firstIndex(of: .label) ?? 0
    var labels: [String] = []
    labels.reserveCapacity(count)
    for row in 0..<count { labels.append(try labelText(row * columns + label)) }
    return (features, labels)
  }

  /// One label a sample: a vector, or an array with all axes but one of length 1.
  /// - Throws: `DataError`: E0630 for another shape, E0610 for a label that is not finite or empty.
  func labels() throws(DataError) -> [String] {
    guard shape.count(where: { $0 != 1 }) <= 1, !shape.isEmpty else {
      throw unusable(
        "has \(Self.text(shape)) elements, not one label a sample",
        hint: "labels are a vector of class numbers or names")
    }
    var labels: [String] = []
    labels.reserveCapacity(elements.count)
    for index in 0..<elements.count { labels.append(try labelText(index)) }
    return labels
  }

  private func columns(_ kept: [Int], of width: Int) throws(DataError) -> Features {
    var features: [Float] = []
    features.reserveCapacity(count * kept.count)
    for row in 0..<count {
      for column in kept { features.append(try float(row * width + column)) }
    }
    return Features(compacting: features, width: kept.count)
  }

  private func width() throws(DataError) -> Int {
    guard elements.count > 0 else {
      throw DataError(
        DatasetErrorCodes.empty, "\(title) has no element", hint: "write the file again",
        at: inFile)
    }
    guard shape.count >= 2 else {
      throw unusable("has one axis, not a row of features a sample")
    }
    return elements.count / count
  }

  private func floats() throws(DataError) -> [Float] {
    if case .floats(let values) = elements, values.allSatisfy(\.isFinite) { return values }
    var floats: [Float] = []
    floats.reserveCapacity(elements.count)
    for index in 0..<elements.count { floats.append(try float(index)) }
    return floats
  }

  private func float(_ index: Int) throws(DataError) -> Float {
    let value: Float
    switch elements {
    case .bytes(let values): return Float(values[index])
    case .integers(let values): return Float(values[index])
    case .floats(let values): value = values[index]
    case .doubles(let values): value = Float(values[index])
    case .texts(let values):
      throw DataError(
        DatasetErrorCodes.notANumber,
        "\(title) holds the text `\(TextExcerpt.of(values[index]))` where a number is needed",
        hint: "samples are arrays of numbers", at: inFile)
    }
    guard value.isFinite else { throw notFinite(index) }
    return value
  }

  private func labelText(_ index: Int) throws(DataError) -> String {
    switch elements {
    case .bytes(let values): return String(values[index])
    case .integers(let values): return String(values[index])
    case .floats(let values) where values[index].isFinite:
      return NumberText.plain(Double(values[index]))
    case .doubles(let values) where values[index].isFinite: return NumberText.plain(values[index])
    case .texts(let values) where !values[index].isEmpty: return values[index]
    default: throw notFinite(index)
    }
  }

  private func notFinite(_ index: Int) -> DataError {
    let width = max(1, elements.count / max(1, count))
    let element = "row \(index / width + 1), column \(index % width + 1) of \(title)"
    return DataError(
      DatasetErrorCodes.notFinite, "\(element) is missing or no finite float",
      hint: "remove the row or fill the element",
      at: inFile)
  }
}
