public import Catalogue

/// `none`: all epochs are trained.
public struct NoEarlyStop: StoppingCriterion {
  /// What the catalogue says of it.
  public static let about = About(
    name: "none", category: .criterion, summary: "trains all epochs",
    details: """
      Where there are validation samples, they are still tested on after every epoch, and the run \
      tells the test accuracy of the epoch that was best on them.
      """,
    examples: [
      Example(
        "spirals = data spirals validation=20%\nnet = network in-32-out\n"
          + "first = train net data=spirals epochs=5 stop=none\nfirst.selected_accuracy",
        "best on validation, without an early stop")
    ])

  /// False: it never looks.
  public static let needsValidation = false

  /// Takes no arguments.
  public init(_ arguments: Arguments) {}

  /// Always false.
  public mutating func ends(after accuracy: Double) -> Bool { false }
}
