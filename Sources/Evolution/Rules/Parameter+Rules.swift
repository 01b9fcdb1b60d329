public import Catalogue

/// The keys that several rules read, as policies declare them. That of `NewWeights` is its own.
extension Parameter {
  /// `zeta`: how much is rewired.
  public static let rewiredShare = Parameter(
    "zeta", .fraction(.unit), default: 0.3, "the share of connections rewired")

  /// `forbid_removed`: whether what has just been removed may come back.
  public static let forbidRemoved = Parameter(
    "forbid_removed", .logic, default: false,
    "whether cells whose connection was just removed cannot get a new one")
}
