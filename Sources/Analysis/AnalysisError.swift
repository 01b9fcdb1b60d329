public import Catalogue

/// What can be asked of a result that it cannot answer.
public enum AnalysisError: CodedError, Equatable {
  /// The network has no layer of that number.
  case noLayer(Int, layers: Int)
  /// The samples have another number of features than the network has inputs.
  case otherData(features: Int, inputs: Int)
  /// Two networks whose connections are compared have not the same neurons.
  case otherShape(String, String)
  /// Fewer than two different degrees are above zero, and so any power law fits.
  case noPowerLaw
  /// The run kept no account of which cells ever held a connection.
  case notFollowed

  /// The code of each case.
  public var code: ErrorCode {
    switch self {
    case .noLayer: AnalysisErrors.noLayer
    case .otherData: AnalysisErrors.otherData
    case .otherShape: AnalysisErrors.otherShape
    case .noPowerLaw: AnalysisErrors.noPowerLaw
    case .notFollowed: AnalysisErrors.notFollowed
    }
  }

  /// What is wrong.
  public var message: String {
    switch self {
    case .noLayer(let layer, let layers):
      "there is no layer \(layer); the network has \(layers)"
    case .otherData(let features, let inputs):
      "the data has \(features) features, and the network has \(inputs) inputs"
    case .otherShape(let own, let other):
      "the networks have not the same neurons: \(own) and \(other)"
    case .noPowerLaw:
      "a power law needs at least two different degrees above zero"
    case .notFollowed:
      "the run has not followed which cells ever held a connection"
    }
  }

  /// What to do about it.
  public var hint: String? {
    switch self {
    case .noLayer(_, let layers): "layers count from 1 to \(layers), the output layer included"
    case .otherData: "give the data set that the run was trained on"
    case .otherShape: "give a run of a network of the same shape"
    case .noPowerLaw: "a dense layer has none to fit; try `layer=` or `side=` of `degrees`"
    case .notFollowed: "train with `exploration=true`"
    }
  }

  /// The argument at fault.
  public var place: ErrorPlace {
    switch self {
    case .noLayer: .key("layer")
    case .otherData: .key("data")
    case .otherShape: .key("other")
    case .noPowerLaw: .key("degrees")
    case .notFollowed: .key("run")
    }
  }
}
