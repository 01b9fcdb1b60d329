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
  /// See `AnalysisError.noPowerLaw`.
  public static let noPowerLaw = ErrorCode(
    "E0552", "no power law to fit",
    "The exponent of a power law shows in how much the degrees differ: where all are equal, or none is "
      + "above zero, there is nothing to fit.")
  /// See `AnalysisError.otherShape`.
  public static let otherShape = ErrorCode(
    "E0553", "networks of different shapes",
    "Connections are compared cell by cell, so both networks must have as many neurons in every "
      + "layer.")
  /// See `AnalysisError.notFollowed`.
  public static let notFollowed = ErrorCode(
    "E0554", "the run did not follow its exploration",
    "Which cells ever held a connection is followed only where it is asked for, since it takes memory."
  )

  /// All of them, for the reference.
  public static let all = [noLayer, otherData, noPowerLaw, otherShape, notFollowed]
}
