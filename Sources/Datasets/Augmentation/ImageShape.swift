internal import Catalogue

/// How the features of a sample make an image: its size, and where its pixels stand.
public struct ImageShape: Sendable, Equatable {
  /// In what order pixels follow each other.
  public enum Order: Sendable, Equatable {
    /// Plane after plane, row by row.
    case rowByRow
    /// Plane after plane, column by column, as MATLAB stores.
    case columnByColumn
    /// Row by row, the planes' values of a pixel together.
    case pixelByPixel
  }

  /// The rows of pixels, at least 1.
  public let rows: Int
  /// The columns of pixels, at least 1.
  public let columns: Int
  /// The planes of colour, at least 1.
  public let planes: Int
  /// In what order they follow.
  public let order: Order

  /// Images of that size.
  /// - Precondition: no number is below 1, and their product is that of features that exist.
  public init(rows: Int, columns: Int, planes: Int = 1, order: Order = .rowByRow) {
    precondition(rows >= 1 && columns >= 1 && planes >= 1, "an image has pixels")
    self.rows = rows
    self.columns = columns
    self.planes = planes
    self.order = order
  }

  /// The images that a format or source tells of, or else squares: `planes` of them a sample.
  /// - Throws: `DataError` (E0635) where the features are no such images.
  init(of tables: LabelledTables, planes: Int) throws(DataError) {
    if let known = tables.train.image {
      guard planes == 1 || planes == known.planes else {
        throw Self.refusal(
          "the images are \(known.text), not of \(NumberText.count(planes)) planes",
          hint: "leave `planes=` out: the file tells")
      }
      self = known
      return
    }
    let width = tables.train.width
    guard !tables.generated else {
      throw Self.refusal("generated samples are no images", hint: "leave `augment=` out")
    }
    guard let side = Self.side(width, planes) else {
      throw Self.refusal(
        "\(NumberText.count(width)) features are not \(planes == 1 ? "a square image" : "\(NumberText.count(planes)) square planes")",
        hint: Self.side(width, 3) == nil
          ? "only images can be shifted, flipped and rotated; leave `augment=` out"
          : "images in colour have three planes: `planes=3`")
    }
    self.init(rows: side, columns: side, planes: planes)
  }

  /// The side of `planes` squares that `width` features make; nil where they do not.
  private static func side(_ width: Int, _ planes: Int) -> Int? {
    let pixels = width / planes
    let side = Int(Double(pixels).squareRoot().rounded())
    return side >= 2 && side * side == pixels && pixels * planes == width ? side : nil
  }

  private static func refusal(_ message: String, hint: String) -> DataError {
    DataError(DatasetErrorCodes.notImages, message, hint: hint, at: .key("augment"))
  }

  /// The number of features that an image takes.
  public var features: Int { rows * columns * planes }

  /// The size as messages show it: `28 × 28 pixels`.
  var text: String {
    "\(NumberText.count(rows)) × \(NumberText.count(columns)) pixels"
      + (planes == 1 ? "" : " in \(NumberText.count(planes)) planes")
  }

  /// How far apart neighbours stand: down a column, along a row, and from plane to plane.
  public var strides: (row: Int, column: Int, plane: Int) {
    switch order {
    case .rowByRow: (columns, 1, rows * columns)
    case .columnByColumn: (1, rows, rows * columns)
    case .pixelByPixel: (columns * planes, planes, 1)
    }
  }

  /// Counts of the features where their pixels stand, row by row, planes of colour added up.
  /// - Precondition: there are as many as features.
  public func pixels(of counts: [Int]) -> [Double] {
    let strides = strides
    return (0..<rows).flatMap { row in
      (0..<columns).map { column in
        let first = row * strides.row + column * strides.column
        return (0..<planes).reduce(0.0) { $0 + Double(counts[first + $1 * strides.plane]) }
      }
    }
  }
}
