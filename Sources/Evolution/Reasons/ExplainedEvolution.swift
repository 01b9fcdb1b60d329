public import Sparse

/// What one evolution did to one layer, and why.
public struct ExplainedEvolution: Sendable {
  /// A connection that stayed, went or came.
  public struct Change: Sendable, Equatable {
    /// Where it is.
    public let cell: Cell
    /// What it weighed, or weighs now.
    public let weight: Float
    /// What the rule judged it by; nil where the rule does not say.
    public let score: Double?
    /// The score at which it would have stayed, or not have come; nil where there is none, and of what
    /// stayed.
    public let threshold: Double?
  }

  /// The layer, counted from 1.
  public let layer: Int
  /// The layer before.
  public let before: SparseMatrix
  /// The layer now.
  public let after: SparseMatrix
  /// What stayed, ascending.
  public let kept: [Change]
  /// What went, ascending.
  public let removed: [Change]
  /// What came, ascending.
  public let added: [Change]
  /// What the scores of what stayed and went are; nil where the rule does not say.
  public let removalMeasure: String?
  /// Whether positive and negative scores were two tails, each of which lost its own count.
  public let hasTails: Bool
  /// What the scores of what came are; nil where the rule does not say.
  public let growthMeasure: String?
  /// Whether the largest scores came, and where too few were above 0 the rest by chance.
  public let growthIsByScore: Bool
}
