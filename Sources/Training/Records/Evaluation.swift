/// How a network does on a set of samples.
public struct Evaluation: Sendable, Equatable, Codable {
  /// The mean cross-entropy over the samples.
  public let loss: Double
  /// How many samples there are.
  public let samples: Int
  /// How many are classified rightly.
  public let correct: Int
  /// Counts by true class (outer) and predicted class (inner): `confusion[truth][prediction]`.
  public let confusion: [[Int]]

  /// The share of samples classified rightly, 0…1.
  public var accuracy: Double { samples > 0 ? Double(correct) / Double(samples) : 0 }

  /// An evaluation of so many samples.
  public init(loss: Double, samples: Int, correct: Int, confusion: [[Int]]) {
    self.loss = loss
    self.samples = samples
    self.correct = correct
    self.confusion = confusion
  }
}
