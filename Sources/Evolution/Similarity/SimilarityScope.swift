/// Of which cells of a layer a rule asks how similar their neurons are.
public enum SimilarityScope: Sendable, Comparable {
  /// Of none.
  case none
  /// Of those with a connection: O(nonzeros · samples).
  case connections
  /// Of all: O(rows · columns · samples).
  case cells
}
