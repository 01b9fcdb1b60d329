internal import Catalogue
internal import Sparse

/// What is done to the training images of a data set, anew each epoch.
public struct ImageAugmentation: Sendable, Equatable {
  /// How features make an image.
  public let image: ImageShape
  /// The largest shift along each axis, in pixels.
  public let largestShift: Int
  /// The probability that left and right change places.
  public let flipProbability: Double
  /// The largest rotation, in degrees.
  public let largestRotation: Double

  /// An augmentation of images of that shape.
  /// - Precondition: 0 ≤ `largestShift` < 2³⁰, 0 ≤ `flipProbability` ≤ 1, 0 ≤ `largestRotation` ≤ 180.
  public init(
    image: ImageShape, largestShift: Int, flipProbability: Double, largestRotation: Double
  ) {
    precondition((0..<1 << 30).contains(largestShift))
    precondition((0...1).contains(flipProbability) && (0...180).contains(largestRotation))
    self.image = image
    self.largestShift = largestShift
    self.flipProbability = flipProbability
    self.largestRotation = largestRotation
  }

  /// Whether it changes nothing.
  var isIdentity: Bool { largestShift == 0 && flipProbability == 0 && largestRotation == 0 }

  /// What is done, for people to read.
  public var text: String {
    "shift up to \(NumberText.count(largestShift)), flip \(NumberText.percent(flipProbability, 0)), "
      + "rotation up to \(NumberText.plain(largestRotation))° of images of \(image.text)"
  }

  /// What happens to a sample in an epoch: one block of four random words, found by the sample's
  /// position, so that neither the order of samples nor the number of threads matters.
  func transform(sample: Int, in stream: RandomStream) -> ImageTransform {
    let words = stream.block(at: UInt64(sample))
    func shift(_ word: UInt32) -> Int {
      Int((UInt64(word) * UInt64(2 * largestShift + 1)) >> 32) - largestShift
    }
    return ImageTransform(
      down: shift(words.x), right: shift(words.y),
      flips: Double(words.z) * 0x1p-32 < flipProbability,
      angle: (Double(words.w) * 0x1p-31 - 1) * largestRotation)
  }
}
