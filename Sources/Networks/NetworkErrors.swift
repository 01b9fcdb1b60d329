public import Catalogue

/// The codes of errors that planning or building a network can raise.
public enum NetworkErrors {
  /// A width of the shape is no number of neurons.
  public static let width = ErrorCode(
    "E0511", "a layer's width is out of range",
    "Every layer needs at least one neuron, and at most 2³¹−1, since connections are stored with "
      + "32-bit indices.")
  /// The network would not fit the machine.
  public static let tooLarge = ErrorCode(
    "E0512", "the network is too large",
    "Before anything is allocated, the memory that a training needs for its connections, their "
      + "velocity and one batch of activations is held against what can be had of this machine, and "
      + "against the limit of `--max-memory`. The verb `plan` says what it is needed for. A sparse layer holds at most 2³¹−1 connections."
  )
  /// Shape and data set differ in inputs or classes.
  public static let misfit = ErrorCode(
    "E0513", "the shape does not fit the data",
    "The first width of a shape is the number of features of a sample, the last the number of "
      + "classes. Write `in` and `out` to take both from the data.")

  /// All of them, in numeric order.
  public static let all = [width, tooLarge, misfit]
}

/// What can go wrong while a network is planned or built.
public enum NetworkError: CodedError, Equatable {
  /// A layer of that many neurons cannot be.
  case width(Int)
  /// A layer would have more connections than can be indexed.
  case connections(layer: Int, rows: Int, columns: Int)
  /// More memory is needed, in bytes, than may be taken.
  case memory(needed: UInt64, bound: MemoryBound)
  /// The shape names another number of inputs than the data set has features.
  case inputs(shape: Int, data: Int)
  /// The shape names another number of outputs than the data set has classes.
  case outputs(shape: Int, data: Int)

  /// The code of its sort.
  public var code: ErrorCode {
    switch self {
    case .width: NetworkErrors.width
    case .connections, .memory: NetworkErrors.tooLarge
    case .inputs, .outputs: NetworkErrors.misfit
    }
  }

  /// What went wrong.
  public var message: String {
    switch self {
    case .width(let width):
      "a layer cannot have \(NumberText.count(width)) neurons"
    case .connections(let layer, let rows, let columns):
      "layer \(layer) with \(NumberText.count(rows)) inputs and \(NumberText.count(columns)) "
        + "neurons would have more than \(NumberText.count(Int(Int32.max))) connections"
    case .memory(let needed, .available(let bytes)):
      "the training needs about \(MemorySize.text(needed)) of memory, and this machine has "
        + "\(MemorySize.text(bytes)) to give"
    case .memory(let needed, .limit(let bytes)):
      "the training needs about \(MemorySize.text(needed)) of memory with its data, and "
        + "\(MemorySize.text(bytes)) is the limit"
    case .inputs(let shape, let data):
      "the shape begins with \(NumberText.count(shape)) inputs, but the data has "
        + "\(NumberText.count(data)) features"
    case .outputs(let shape, let data):
      "the shape ends in \(NumberText.count(shape)) neurons, but the data has "
        + "\(NumberText.count(data)) classes"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .width(let width):
      width < 1 ? "give every layer at least one neuron" : "give the layer fewer neurons"
    case .memory(_, .limit):
      "raise the limit by `--max-memory` or `set max_memory`, or use a "
        + "smaller or sparser network"
    case .connections, .memory:
      "use fewer neurons, or a sparser network such as `sparse=epsilon(10)`"
    case .inputs: "write `in` as the first width to take it from the data"
    case .outputs: "write `out` as the last width to take it from the data"
    }
  }

  /// What it is about.
  public var place: ErrorPlace { .subject }
}
