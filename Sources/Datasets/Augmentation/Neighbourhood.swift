/// The four pixels around a spot of an image, and what each counts there (bilinear interpolation).
struct Neighbourhood {
  /// Where the upper left of the four stands in a plane; others follow by the strides.
  private let place: Int
  private let strides: (row: Int, column: Int)
  /// What the four count: upper left, upper right, lower left, lower right; 0 for what is outside.
  private let weights: (Double, Double, Double, Double)

  /// The surroundings of a spot, counted in pixels from the centre of the first. Pixels outside the
  /// image count as 0.
  @inline(__always)
  init(row: Double, column: Double, _ image: ImageShape) {
    let (top, left) = (row.rounded(.down), column.rounded(.down))
    let (below, beside) = (row - top, column - left)
    let strides = image.strides
    self.strides = (strides.row, strides.column)
    let (first, second) = (Int(top), Int(left))
    place = first * strides.row + second * strides.column
    let upper = first >= 0 && first < image.rows ? 1 - below : 0
    let lower = first >= -1 && first < image.rows - 1 ? below : 0
    let onLeft = second >= 0 && second < image.columns ? 1 - beside : 0
    let onRight = second >= -1 && second < image.columns - 1 ? beside : 0
    weights = (upper * onLeft, upper * onRight, lower * onLeft, lower * onRight)
  }

  /// The weighted mean there in the plane that starts at `first`. Pixels of weight 0 are not read.
  @inline(__always)
  func mean<P: Pixel>(_ pixels: UnsafeBufferPointer<P>, _ first: Int) -> Double {
    var mean = 0.0
    let place = first + place
    if weights.0 > 0 { mean += weights.0 * pixels[place].level }
    if weights.1 > 0 { mean += weights.1 * pixels[place + strides.column].level }
    if weights.2 > 0 { mean += weights.2 * pixels[place + strides.row].level }
    if weights.3 > 0 { mean += weights.3 * pixels[place + strides.row + strides.column].level }
    return mean
  }
}
