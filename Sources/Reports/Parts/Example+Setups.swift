internal import Catalogue

/// Examples of parts: what they report on comes first, so that each can be run as it stands.
extension Example {
  /// A part in the report on a run.
  static func onRun(_ part: String, _ explanation: String) -> Example {
    Example(
      "spirals = data spirals\nnet = network in-32-out\nfirst = train net data=spirals epochs=3\n"
        + "report first show=[\(part)]", explanation)
  }

  /// A part in the report on a data set.
  static func onData(_ part: String, _ explanation: String) -> Example {
    Example("mad = data madelon\nreport mad show=[\(part)]", explanation)
  }

  /// A part in the report on a network.
  static func onNetwork(_ part: String, _ explanation: String) -> Example {
    Example("net = network in-32-out\nreport net show=[\(part)]", explanation)
  }

  /// A part in the report on a study.
  static func onStudy(_ part: String, _ explanation: String) -> Example {
    Example(
      "spirals = data spirals\nnet = network in-32-out\n"
        + "study = compare net data=spirals epochs=3 over policy=[static, set]\n"
        + "report study show=[\(part)]", explanation)
  }
}
