/// How numbers of a range stand in a byte each, to be looked at: as whole numbers of steps from the low end.
///
/// Whole numbers up to 254 above the low end are exact; others are off by a 508th of the range at most.
public struct ByteScale: Sendable, Equatable {
  /// The highest level; 255 is left for what is not known.
  public static let top = 254

  /// What level 0 stands for.
  public let low: Double
  /// What a step of a level stands for.
  public let step: Double

  /// A scale for numbers, all finite, of which none matters outside the range. O(values).
  public init(for values: [Double], within range: ClosedRange<Double>) {
    low = range.lowerBound
    let span = range.upperBound - low
    let isWhole =
      span <= Double(Self.top) && low == low.rounded() && values.allSatisfy { $0 == $0.rounded() }
    step = isWhole || span <= 0 ? 1 : span / Double(Self.top)
  }

  /// The level nearest to a finite number, 0…254.
  public func level(of value: Double) -> UInt8 {
    UInt8(min(max(((value - low) / step).rounded(), 0), Double(Self.top)))
  }
}
