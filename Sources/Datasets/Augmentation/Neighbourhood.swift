/// The four pixels around a spot of an image, and what each counts there (bilinear interpolation).
struct Neighbourhood {
  /// Where the upper left of the four stands in a plane; others follow by the strides.
  private let place: Int
  private let strides: (row: Int, column: Int)
  /// What the four count: upper left, upper right, lower left, lower right; 0 for what is outside.
  private let weights: (Double, Double, Double, Double)
  /// Whether all four are pixels of the image.
  private let isInside: Bool

  /// The surroundings of a spot, counted in pixels from the centre of the first. Pixels outside the
  /// image count as 0. `strides` are those of the image.
  @inline(__always)
  init(
    row: Double, column: Double, _ image: ImageShape, _ strides: (row: Int, column: Int)
  ) {
    let (first, second) = (Self.floor(row), Self.floor(column))
    let (below, beside) = (row - Double(first), column - Double(second))
    self.strides = strides
    place = first * strides.row + second * strides.column
    isInside =
      first >= 0 && second >= 0 && first < image.rows - 1 && second < image.columns - 1
    if isInside {
      weights = (
        (1 - below) * (1 - beside), (1 - below) * beside, below * (1 - beside), below * beside
      )
    } else {
      let upper = first >= 0 && first < image.rows ? 1 - below : 0
      let lower = first >= -1 && first < image.rows - 1 ? below : 0
      let onLeft = second >= 0 && second < image.columns ? 1 - beside : 0
      let onRight = second >= -1 && second < image.columns - 1 ? beside : 0
      weights = (upper * onLeft, upper * onRight, lower * onLeft, lower * onRight)
    }
  }

  /// The largest whole number that is not above; without the call that the processors of ten years
  /// ago need for it.
  @inline(__always)
  private static func floor(_ value: Double) -> Int {
    let cut = Int(value)
    return Double(cut) > value ? cut - 1 : cut
  }

  /// The weighted mean there in the plane that starts at `first`. Pixels outside are not read.
  @inline(__always)
  func mean<P: Pixel>(_ pixels: UnsafeBufferPointer<P>, _ first: Int) -> Double {
    let place = first + place
    if isInside {
      return weights.0 * pixels[place].level + weights.1 * pixels[place + strides.column].level
        + weights.2 * pixels[place + strides.row].level
        + weights.3 * pixels[place + strides.row + strides.column].level
    }
    var mean = 0.0
    if weights.0 > 0 { mean += weights.0 * pixels[place].level }
    if weights.1 > 0 { mean += weights.1 * pixels[place + strides.column].level }
    if weights.2 > 0 { mean += weights.2 * pixels[place + strides.row].level }
    if weights.3 > 0 { mean += weights.3 * pixels[place + strides.row + strides.column].level }
    return mean
  }
}
