#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// One image's change: mirrored first, then turned, then moved.
struct ImageTransform: Equatable {
  /// By how many pixels it moves down.
  var down = 0
  /// By how many pixels it moves right.
  var right = 0
  /// Whether left and right change places.
  var flips = false
  /// The angle by which it turns, in degrees, counter-clockwise.
  var angle = 0.0

  /// Whether it changes nothing.
  var isIdentity: Bool { self == ImageTransform() }

  /// Writes the changed image. What comes in from outside is 0. O(pixels).
  /// - Precondition: both hold the features of one image of that shape; shifts are below 2³¹.
  func apply<P: Pixel>(
    to source: UnsafeBufferPointer<P>, _ image: ImageShape,
    into result: UnsafeMutableBufferPointer<P>
  ) {
    precondition(source.count == image.features && result.count == image.features)
    if isIdentity {
      _ = result.update(from: source)
    } else if angle == 0 {
      move(source, image, into: result)
    } else {
      turn(source, image, into: result)
    }
  }

  /// Without a rotation every pixel is another's copy.
  private func move<P: Pixel>(
    _ source: UnsafeBufferPointer<P>, _ image: ImageShape,
    into result: UnsafeMutableBufferPointer<P>
  ) {
    let strides = image.strides
    for row in 0..<image.rows {
      let from = row - down
      for column in 0..<image.columns {
        let place = row * strides.row + column * strides.column
        let moved = column - right
        let other = flips ? image.columns - 1 - moved : moved
        let inside = from >= 0 && from < image.rows && other >= 0 && other < image.columns
        for plane in 0..<image.planes {
          let first = plane * strides.plane
          result[first + place] =
            inside ? source[first + from * strides.row + other * strides.column] : .zero
        }
      }
    }
  }

  /// Each pixel is looked up where it comes from, between four others.
  private func turn<P: Pixel>(
    _ source: UnsafeBufferPointer<P>, _ image: ImageShape,
    into result: UnsafeMutableBufferPointer<P>
  ) {
    let (sine, cosine) = (sin(angle * .pi / 180), cos(angle * .pi / 180))
    let (middleRow, middleColumn) = (Double(image.rows - 1) / 2, Double(image.columns - 1) / 2)
    let strides = image.strides
    for row in 0..<image.rows {
      let y = Double(row - down) - middleRow
      for column in 0..<image.columns {
        let x = Double(column - right) - middleColumn
        let across = cosine * x - sine * y
        let spot = Neighbourhood(
          row: middleRow + sine * x + cosine * y,
          column: middleColumn + (flips ? -across : across), image, (strides.row, strides.column))
        let place = row * strides.row + column * strides.column
        for plane in 0..<image.planes {
          let first = plane * strides.plane
          result[first + place] = P(mean: spot.mean(source, first))
        }
      }
    }
  }
}
