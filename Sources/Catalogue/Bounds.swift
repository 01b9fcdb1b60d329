/// The values a number may take: an interval whose ends may be open, closed or absent.
public struct Bounds: Sendable, Equatable {
  /// One end of the interval.
  public struct End: Sendable, Equatable {
    /// The value at the end.
    public let value: Double
    /// Whether the value itself is allowed.
    public let included: Bool

    /// An end at `value`, which is itself allowed if `included`.
    public init(_ value: Double, included: Bool) {
      self.value = value
      self.included = included
    }
  }

  /// The lower end, or nil where there is none.
  public let lower: End?
  /// The upper end, or nil where there is none.
  public let upper: End?

  /// An interval; a nil end is unbounded.
  public init(lower: End? = nil, upper: End? = nil) {
    self.lower = lower
    self.upper = upper
  }

  /// Any finite number.
  public static let any = Bounds()
  /// Numbers above zero.
  public static let positive = Bounds(lower: End(0, included: false))
  /// Zero and above.
  public static let nonNegative = Bounds.from(0)
  /// 0…1, both ends allowed.
  public static let unit = Bounds.between(0, 1)

  /// `value` and above.
  public static func from(_ value: Double) -> Bounds { Bounds(lower: End(value, included: true)) }

  /// `lower` to `upper`, both allowed.
  public static func between(_ lower: Double, _ upper: Double) -> Bounds {
    Bounds(lower: End(lower, included: true), upper: End(upper, included: true))
  }

  /// `lower` up to but without `upper`.
  public static func from(_ lower: Double, below upper: Double) -> Bounds {
    Bounds(lower: End(lower, included: true), upper: End(upper, included: false))
  }

  /// Above `lower`, up to and with `upper`.
  public static func above(_ lower: Double, upTo upper: Double) -> Bounds {
    Bounds(lower: End(lower, included: false), upper: End(upper, included: true))
  }

  /// Whether `value` is finite and within the interval.
  public func contains(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    if let lower, value < lower.value || (value == lower.value && !lower.included) { return false }
    if let upper, value > upper.value || (value == upper.value && !upper.included) { return false }
    return true
  }

  /// The bounds as words to follow "a number": " from 1 to 10", " above 0", or nothing.
  public var phrase: String { phrase { NumberText.plain($0) } }

  /// The same in percent, for fractions: " from 0% to 100%".
  public var percentPhrase: String { phrase { NumberText.plain($0 * 100) + "%" } }

  private func phrase(_ text: (Double) -> String) -> String {
    var words = ""
    if let lower { words += " \(lower.included ? "from" : "above") \(text(lower.value))" }
    if let upper {
      if let lower, !upper.included { words += lower.included ? " to" : " and" }
      words += " \(upper.included ? "to" : "below") \(text(upper.value))"
    }
    return words
  }
}
