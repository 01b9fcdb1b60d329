/// What a run follows where the papers and their authors' public code differ: `fidelity=`.
public enum Fidelity: String, Sendable, CaseIterable, Codable {
  /// The papers.
  case paper
  /// The public code, as `PublishedCode` says it of each policy: of most, that new weights are zeros,
  /// all velocity is reset after each epoch, and dropout stays on when a network is tested during
  /// training, as the published figures were measured.
  case code
}
