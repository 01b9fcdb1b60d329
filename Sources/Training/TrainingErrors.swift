public import Catalogue

/// The codes of errors that training a network or saving and loading one can raise.
public enum TrainingErrors {
  /// A batch that the data cannot fill.
  public static let batch = ErrorCode(
    "E0521", "the batch is larger than the data",
    "A batch holds at most all training samples, which is full-batch gradient descent.")
  /// A loss that is no number.
  public static let diverged = ErrorCode(
    "E0522", "training diverged",
    "The loss became infinite or undefined: the weights grew without bound. The learning rate is "
      + "too high for this network and data, or the features are not scaled.")
  /// A data set that does not belong to the network.
  public static let otherData = ErrorCode(
    "E0523", "the data does not fit the network",
    "A trained network can only be evaluated on samples with as many features as those it was "
      + "trained on, and of the same classes.")

  /// Validation samples that are needed and not there.
  public static let noValidation = ErrorCode(
    "E0524", "no validation samples",
    "An early stop, and the accuracy that is best on validation, are judged on samples that are "
      + "neither trained nor tested on. `validation=20%` of `data` holds out a share of the training "
      + "samples for it. The test samples must not serve: an accuracy on samples that chose the "
      + "epoch is too high.")

  /// All of them, in numeric order.
  public static let all = [batch, diverged, otherData, noValidation]
}

/// What can go wrong while a network is trained or evaluated.
public enum TrainingError: CodedError, Equatable {
  /// More samples a batch than there are.
  case batch(asked: Int, samples: Int)
  /// The loss of that batch, both counted from 1, is infinite or not a number; batch 0 stands for
  /// the test after the epoch.
  case diverged(epoch: Int, batch: Int, rate: Double)
  /// The samples have other features or classes than the network.
  case otherData(features: Int, inputs: Int, label: Int, classes: Int)
  /// A sample is of that class, which the network does not know.
  case otherClass(String)
  /// That stopping criterion is to judge on validation samples, and there are none.
  case noValidation(criterion: String)
  /// Something is asked about validation of a run that had no samples for it.
  case notValidated

  /// The code of its sort.
  public var code: ErrorCode {
    switch self {
    case .batch: TrainingErrors.batch
    case .diverged: TrainingErrors.diverged
    case .otherData, .otherClass: TrainingErrors.otherData
    case .noValidation, .notValidated: TrainingErrors.noValidation
    }
  }

  /// What went wrong.
  public var message: String {
    switch self {
    case .batch(let asked, let samples):
      "a batch of \(NumberText.count(asked)) is more than the \(NumberText.count(samples)) "
        + "training samples"
    case .diverged(let epoch, 0, _):
      "the loss on the test samples is no longer a finite number after epoch \(epoch)"
    case .diverged(let epoch, let batch, _):
      "the loss is no longer a finite number in epoch \(epoch), batch \(batch)"
    case .otherData(let features, let inputs, _, _) where features != inputs:
      "the samples have \(NumberText.count(features)) features, the network has "
        + "\(NumberText.count(inputs)) inputs"
    case .otherData(_, _, let label, let classes):
      "the samples have \(NumberText.count(label + 1)) classes or more, the network has "
        + NumberText.count(classes)
    case .otherClass(let name):
      "the samples are also of the class `\(name)`, which the network does not know"
    case .noValidation(let criterion):
      "`\(criterion)` judges by validation samples, and the data set has none"
    case .notValidated: "the run was trained on data without validation samples"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .batch(_, let samples): "use `batch=\(samples)` for full-batch gradient descent, or less"
    case .diverged(_, _, let rate):
      // As a Float, a tenth of 0.7 reads as 0.07.
      "use a smaller learning rate, such as `lr=\(Float(min(rate / 10, 0.1)))`, and scaled data"
    case .otherData, .otherClass: "evaluate on data of the kind that the network was trained on"
    case .noValidation: "hold some out with `validation=20%` of `data`, or leave out `stop=`"
    case .notValidated: "hold some out with `validation=20%` of `data`, and train again"
    }
  }

  /// What it is about.
  public var place: ErrorPlace {
    switch self {
    case .batch: .key("batch")
    case .diverged: .key("lr")
    case .otherData, .otherClass: .key("data")
    case .noValidation: .key("stop")
    case .notValidated: .statement
    }
  }
}
