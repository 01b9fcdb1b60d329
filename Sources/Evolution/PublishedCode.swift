/// What the public code of a policy's authors does otherwise than their paper, as far as it is no
/// matter of the policy's rules: how `fidelity=code` trains.
public struct PublishedCode: Sendable {
  /// What new connections weigh, whatever is asked.
  public let newWeights: NewWeights
  /// Whether all velocity is reset after each epoch.
  public let resetsVelocity: Bool
  /// Whether dropout stays on when the network is tested during training.
  public let dropsWhenTesting: Bool
  /// The dropout of hidden neurons, whatever is asked; nil for what is asked.
  public let dropout: Double?

  /// The code of CosineSET, which all policies follow unless they say otherwise: new weights are
  /// zeros, velocity is reset after each epoch, and dropout stays on when the network is tested.
  public static let cosineSET = PublishedCode(
    newWeights: .zeros, resetsVelocity: true, dropsWhenTesting: true, dropout: nil)

  /// The code of LiSET: new weights are U(±1/√n_out), and dropout is 50% whatever is asked.
  public static let liset = PublishedCode(
    newWeights: .uniformFanOut, resetsVelocity: false, dropsWhenTesting: false, dropout: 0.5)
}
