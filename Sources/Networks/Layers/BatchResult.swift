/// How batches went: sums over their samples.
public struct BatchResult: Sendable, Equatable {
  /// The sum of the samples' cross-entropies.
  public var loss: Double
  /// How many samples were classified rightly.
  public var correct: Int

  /// These sums.
  public init(loss: Double, correct: Int) {
    self.loss = loss
    self.correct = correct
  }

  /// No samples.
  public static let zero = BatchResult(loss: 0, correct: 0)

  /// Adds the sums of further samples.
  public static func += (total: inout BatchResult, part: BatchResult) {
    total.loss += part.loss
    total.correct += part.correct
  }
}
