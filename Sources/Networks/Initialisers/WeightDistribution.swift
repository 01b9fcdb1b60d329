internal import Catalogue
public import Sparse

/// A distribution that weights are drawn from.
public enum WeightDistribution: Sendable, Equatable, Codable {
  /// Always 0.
  case zeros
  /// Uniform on ±bound.
  case uniform(bound: Double)
  /// Normal with mean 0.
  case normal(deviation: Double)

  /// `count` weights drawn in order from a stream. O(count).
  public func draw(_ count: Int, from stream: inout RandomStream) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { weights, filled in
      let weights = UnsafeMutableBufferPointer(rebasing: weights[..<count])
      // The forward pass reads weights in the order of the outputs.
      LargePages.ask(for: UnsafeMutableRawBufferPointer(weights))
      weights.initialize(repeating: 0)
      switch self {
      case .zeros: break
      case .uniform(let bound):
        stream.fill(weights, uniformFrom: -Float(bound), to: Float(bound))
      case .normal(let deviation):
        for index in weights.indices {
          weights[index] = Float(stream.normal(mean: 0, deviation: deviation))
        }
      }
      filled = count
    }
  }
}

extension WeightDistribution: LosslessStringConvertible {
  /// `zeros`, `uniform 0.1` or `normal 0.1`.
  public var description: String {
    switch self {
    case .zeros: "zeros"
    case .uniform(let bound): "uniform \(NumberText.plain(bound))"
    case .normal(let deviation): "normal \(NumberText.plain(deviation))"
    }
  }

  /// Reads back a description; nil for any other text.
  public init?(_ description: String) {
    let parts = description.split(separator: " ", omittingEmptySubsequences: false)
    let number = parts.count == 2 ? Double(parts[1]) : nil
    if description == "zeros" {
      self = .zeros
    } else if let number, number.isFinite, number >= 0, parts[0] == "uniform" {
      self = .uniform(bound: number)
    } else if let number, number.isFinite, number >= 0, parts[0] == "normal" {
      self = .normal(deviation: number)
    } else {
      return nil
    }
  }
}
