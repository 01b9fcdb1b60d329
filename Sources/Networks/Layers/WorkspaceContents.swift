/// What of a batch a workspace keeps: the less, the more of it stays in a cache.
public enum WorkspaceContents: Sendable, Comparable {
  /// What neurons pass on, and the scores.
  case activations
  /// Their weighted sums besides.
  case sums
  /// All that a training step needs, gradients with it.
  case training
}
