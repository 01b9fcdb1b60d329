/// What a training tells its observers. The progress bar, JSON Lines and the tests all read it;
/// nothing else reports on a training.
public enum TrainingEvent: Sendable {
  /// The network stands; training begins.
  case started(TrainingStart)
  /// An epoch is finished and tested.
  case epoch(EpochRecord)
  /// A layer was rewired after the epoch last reported; or, by a policy that evolves at steps, within
  /// the epoch that goes on, whose number the record bears.
  case evolution(EvolutionRecord)
  /// How many connections each input has now: told of trainings that are watched, where the first
  /// layer is sparse, at the start and after each evolution.
  case degrees([Int])
  /// The training has ended, completed or not.
  case finished(Run)
}

/// What is about to be trained.
public struct TrainingStart: Sendable, Equatable {
  /// The name of the data set.
  public let dataName: String
  /// The widths of the network, inputs first.
  public let widths: [Int]
  /// Stored connections, output layer included, biases not.
  public let parameters: Int
  /// The share of all cells in use, 0…1.
  public let density: Double
  /// The epochs asked for.
  public let epochs: Int
  /// The number of steps of an epoch.
  public let batches: Int
  /// Whether somebody wants to watch.
  public let isWatched: Bool

  /// What is about to be trained.
  public init(
    dataName: String, widths: [Int], parameters: Int, density: Double, epochs: Int, batches: Int,
    isWatched: Bool = false
  ) {
    self.dataName = dataName
    self.widths = widths
    self.parameters = parameters
    self.density = density
    self.epochs = epochs
    self.batches = batches
    self.isWatched = isWatched
  }
}
