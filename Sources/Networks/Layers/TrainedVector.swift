/// One trained value a neuron, such as its bias, with the velocity that momentum gives it.
public struct TrainedVector: Sendable, Equatable, Codable {
  /// What it is, and how a saved network calls it: `bias`, `t_left`.
  public let name: String
  /// A value for each neuron.
  public var values: [Float]
  /// The velocity of each value.
  public var velocity: [Float]

  /// A vector at rest.
  public init(_ name: String, _ values: [Float]) {
    self.name = name
    self.values = values
    velocity = [Float](repeating: 0, count: values.count)
  }

  /// A vector with its velocity.
  /// - Precondition: both have the same length.
  public init(_ name: String, values: [Float], velocity: [Float]) {
    precondition(values.count == velocity.count)
    self.name = name
    self.values = values
    self.velocity = velocity
  }
}
