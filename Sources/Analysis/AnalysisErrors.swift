public import Catalogue

/// The codes of this target's errors, E0550 to E0559.
public enum AnalysisErrors {
  /// See `AnalysisError.noLayer`.
  public static let noLayer = ErrorCode(
    "E0550", "no such layer", "Layers count from 1, the first one behind the inputs.")
  /// See `AnalysisError.otherData`.
  public static let otherData = ErrorCode(
    "E0551", "the data does not fit the run",
    "A network can be tried only on samples with as many features as it has inputs.")

  /// All of them, for the reference.
  public static let all = [noLayer, otherData]
}
