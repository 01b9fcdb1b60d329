public import Catalogue

/// `patience(20)`: ends a training once so many epochs in a row have brought nothing better.
public struct Patience: StoppingCriterion {
  /// What the catalogue says of it.
  public static let about = About(
    name: "patience", category: .criterion,
    summary: "ends training when the validation accuracy has not risen for some epochs",
    details: """
      The best accuracy on the validation samples is kept; an epoch counts as better only if it is \
      above that by more than `min_delta`. The network is that of the last epoch trained, as after \
      any training, and no evolution follows it; `selected_accuracy` is the test accuracy at the \
      epoch that was best on validation. What depends on the length of a training, such as the \
      schedule of `rigl`, goes by `epochs`, as if it were not to end early.
      """,
    formula: "aₜ is better if aₜ > best + min_delta, and is the best then; "
      + "stop after `epochs` in a row that are not",
    paper: "Prechelt, Early Stopping – But When?, 1998; Goodfellow, Bengio & Courville 2016, "
      + "algorithm 7.1",
    parameters: [
      Parameter(
        "epochs", .integer(.between(1, 1e6)), default: 20,
        "epochs in a row without a better one after which training ends"),
      Parameter(
        "min_delta", .fraction(.from(0, below: 1)), default: 0,
        "an accuracy is better if it is above the best by more than this"),
    ],
    examples: [
      Example(
        "spirals = data spirals validation=20%\nnet = network in-32-out\n"
          + "first = train net data=spirals epochs=50 lr=0.1 stop=patience(5)",
        "ends when five epochs have brought nothing better")
    ])

  /// Epochs in a row without a better one after which training ends, at least 1.
  public let epochs: Int
  /// How far above the best an accuracy must be to be better, from 0, below 1.
  public let minDelta: Double

  private var best: Double?
  private var waited = 0

  /// From the arguments `epochs` and `min_delta`.
  public init(_ arguments: Arguments) {
    epochs = arguments.integer("epochs")
    minDelta = arguments.number("min_delta")
  }

  /// True when the accuracy is the last of `epochs` in a row that are not better. O(1).
  public mutating func ends(after accuracy: Double) -> Bool {
    if let best, accuracy <= best + minDelta {
      waited += 1
    } else {
      best = accuracy
      waited = 0
    }
    return waited >= epochs
  }
}
