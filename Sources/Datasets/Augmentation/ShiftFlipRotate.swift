public import Catalogue

/// `augment=shift_flip_rotate(…)`: images moved, mirrored and turned a little.
public struct ShiftFlipRotate: Augmentation {
  /// The augmentation and its keys.
  public static let about = About(
    name: "shift_flip_rotate", category: .augmentation,
    summary: "moves, mirrors and turns every training image a little, anew each epoch",
    details: """
      An image is mirrored left to right with the probability `flip`, turned about its centre by an \
      angle uniform on ±`rotate`, and moved by whole pixels uniform on ±`shift` along each axis. A \
      turned pixel is interpolated from four (bilinear), and rounded where pixels are bytes; what \
      comes in from outside is 0 before scaling. Draws depend on the seed of the training, the \
      epoch and the sample alone. The features must be images: their size is that which the file \
      tells, else `planes` squares one after another, row by row. `scale=` is fitted on the training images as they are and changed once: \
      pixels at an edge that are always 0 vary once images move.
      """,
    formula: "x'(p) = x(F(R(-angle)(p - centre - shift)) + centre)",
    paper:
      "Pieterse & Mocanu, Evolving and understanding sparse deep neural networks using cosine similarity, 2019",
    parameters: [
      Parameter(
        "shift", .integer(.between(0, 10_000)), default: 3,
        "the largest shift along each axis, in pixels"),
      Parameter(
        "flip", .fraction(.between(0, 1)), default: 0.5,
        "the probability that left and right change places"),
      Parameter(
        "rotate", .number(.between(0, 180)), default: 10, "the largest rotation, in degrees"),
      Parameter(
        "planes", .integer(.between(1, 1024)), default: 1,
        "the planes of colour, one after another, where the file does not tell: 3 in CIFAR"),
    ],
    examples: [
      Example(
        "data fashion_mnist augment=shift_flip_rotate(shift=2, rotate=5)",
        "clothes a little out of place"),
      Example(
        "data mnist scale=minmax augment=shift_flip_rotate(flip=0%)",
        "digits have a left and a right"),
    ])

  private let shift: Int
  private let flip: Double
  private let rotate: Double
  private let planes: Int

  /// The augmentation that these arguments describe.
  public init(_ arguments: Arguments) {
    shift = arguments.integer("shift")
    flip = arguments.number("flip")
    rotate = arguments.number("rotate")
    planes = arguments.integer("planes")
  }

  /// The same for images of the size that the tables' have.
  /// - Throws: `DataError`: E0635 for samples that are no images, E0623 for a shift that moves all
  ///   of an image out of sight.
  public func fitted(to tables: LabelledTables) throws(DataError) -> ImageAugmentation? {
    let image = try ImageShape(of: tables, planes: planes)
    let side = min(image.rows, image.columns)
    guard shift < side else {
      throw DataError(
        DatasetErrorCodes.badRequest,
        "a shift of \(NumberText.count(shift)) pixels moves images of \(image.text) out of sight",
        hint: "`shift=` is less than \(NumberText.count(side)) here", at: .key("augment"))
    }
    return ImageAugmentation(
      image: image, largestShift: shift, flipProbability: flip, largestRotation: rotate)
  }
}
