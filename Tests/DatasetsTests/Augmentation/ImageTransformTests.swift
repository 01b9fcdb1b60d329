import FoundationEssentials
import Testing

@testable import Datasets

@Suite("Image transforms")
struct ImageTransformTests {
  /// A case of `scripts/reference/augmentation.py`.
  struct Case: Decodable {
    let rows: Int
    let columns: Int
    let down: Int
    let right: Int
    let flips: Bool
    let angle: Double
    let image: [UInt8]
    let result: [Double]

    var shape: ImageShape { ImageShape(rows: rows, columns: columns) }
    var transform: ImageTransform {
      ImageTransform(down: down, right: right, flips: flips, angle: angle)
    }
  }

  private static func cases() throws -> [Case] {
    let path = ReferenceTable.path("../augmentation.json")
    return try JSONDecoder().decode([Case].self, from: Data(contentsOf: URL(filePath: path)))
  }

  private func apply<P: Pixel>(
    _ transform: ImageTransform, _ shape: ImageShape, _ image: [P]
  ) -> [P] {
    var result = image
    image.withUnsafeBufferPointer { from in
      result.withUnsafeMutableBufferPointer { transform.apply(to: from, shape, into: $0) }
    }
    return result
  }

  /// Eight pixels in two rows.
  private let image: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8]
  private let shape = ImageShape(rows: 2, columns: 4)

  @Test("images are those that SciPy makes, floats to a millionth and bytes rounded")
  func oracle() throws {
    let cases = try Self.cases()
    #expect(cases.count == 9)
    for one in cases {
      let floats = apply(one.transform, one.shape, one.image.map(Float.init))
      for (found, wanted) in zip(floats, one.result) {
        #expect(abs(Double(found) - wanted) < 3e-5, "\(one.transform)")
      }
      let bytes = apply(one.transform, one.shape, one.image)
      #expect(bytes == one.result.map { UInt8(($0 + 0.5).rounded(.down)) }, "\(one.transform)")
    }
  }

  @Test("no change keeps every bit")
  func identity() {
    let floats: [Float] = [-0.0, 1e-40, 3, .greatestFiniteMagnitude, 5, -6, 7, 8]
    #expect(
      apply(ImageTransform(), shape, floats).map(\.bitPattern) == floats.map(\.bitPattern))
    #expect(apply(ImageTransform(), shape, image) == image)
  }

  @Test("a shift moves pixels and fills with zeros")
  func shift() {
    #expect(apply(ImageTransform(down: 1), shape, image) == [0, 0, 0, 0, 1, 2, 3, 4])
    #expect(apply(ImageTransform(right: -1), shape, image) == [2, 3, 4, 0, 6, 7, 8, 0])
    #expect(apply(ImageTransform(down: -1, right: 2), shape, image) == [0, 0, 5, 6, 0, 0, 0, 0])
    #expect(apply(ImageTransform(down: 2), shape, image).allSatisfy { $0 == 0 })
    #expect(apply(ImageTransform(down: -9, right: 9), shape, image).allSatisfy { $0 == 0 })
  }

  @Test("a flip mirrors each row, and twice is none")
  func flip() {
    let flip = ImageTransform(flips: true)
    #expect(apply(flip, shape, image) == [4, 3, 2, 1, 8, 7, 6, 5])
    #expect(apply(flip, shape, apply(flip, shape, image)) == image)
    // The flip comes first, then the shift.
    #expect(
      apply(ImageTransform(right: 1, flips: true), shape, image) == [0, 4, 3, 2, 0, 8, 7, 6])
  }

  @Test("a quarter turn takes the last column to the first row")
  func quarterTurn() {
    let square = ImageShape(rows: 3, columns: 3)
    let image: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    #expect(apply(ImageTransform(angle: 90), square, image) == [3, 6, 9, 2, 5, 8, 1, 4, 7])
    #expect(apply(ImageTransform(angle: -90), square, image) == [7, 4, 1, 8, 5, 2, 9, 6, 3])
    #expect(apply(ImageTransform(angle: 180), square, image) == image.reversed())
    // A row turned by a quarter stands upright; its ends are outside.
    let row = ImageShape(rows: 1, columns: 3)
    #expect(apply(ImageTransform(angle: 90), row, [1, 2, 3] as [UInt8]) == [0, 2, 0])
  }

  @Test("what a turn makes of full brightness stays within a byte")
  func brightness() {
    let white = [UInt8](repeating: 255, count: 81)
    let turned = apply(ImageTransform(angle: 33), ImageShape(rows: 9, columns: 9), white)
    #expect(turned[40] == 255 && turned[4 * 9 + 3] == 255 && turned[0] < 255)
  }

  @Test("planes and orders of pixels change nothing but places")
  func orders() {
    let (rows, columns, planes) = (4, 5, 3)
    let plain = ImageShape(rows: rows, columns: columns)
    let levels = (0..<planes).map { plane in
      (0..<rows * columns).map { UInt8(($0 * 37 + plane * 91) % 256) }
    }
    let transforms = [
      ImageTransform(down: 1, right: -1, flips: true),
      ImageTransform(down: -1, flips: true, angle: 12),
    ]
    for transform in transforms {
      let expected = levels.map { apply(transform, plain, $0) }
      for order in [ImageShape.Order.rowByRow, .columnByColumn, .pixelByPixel] {
        let shape = ImageShape(rows: rows, columns: columns, planes: planes, order: order)
        func packed(_ levels: [[UInt8]]) -> [UInt8] {
          var packed = [UInt8](repeating: 0, count: shape.features)
          let strides = shape.strides
          for plane in 0..<planes {
            for row in 0..<rows {
              for column in 0..<columns {
                packed[plane * strides.plane + row * strides.row + column * strides.column] =
                  levels[plane][row * columns + column]
              }
            }
          }
          return packed
        }
        #expect(apply(transform, shape, packed(levels)) == packed(expected), "\(order)")
      }
    }
    let interleaved = ImageShape(rows: 2, columns: 3, planes: 4, order: .pixelByPixel).strides
    #expect(interleaved == (12, 4, 1))
    #expect(ImageShape(rows: 2, columns: 3, order: .columnByColumn).strides == (1, 2, 6))
  }
}
