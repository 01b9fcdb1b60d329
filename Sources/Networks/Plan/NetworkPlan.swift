public import Catalogue

/// What the verb `network` makes: everything that fixes a network but the data and the seed.
///
/// A plan allocates nothing; it is resolved against the number of features and classes of a data
/// set, checked against the memory of the machine, and then built.
public struct NetworkPlan: Sendable {
  /// The fan-in that an initialiser scales by: `fan=`.
  public enum Fan: String, Sendable, CaseIterable, Codable {
    /// All neurons of the layer below, as in the authors' code.
    case dense
    /// The mean number of connections of a neuron.
    case sparse
  }

  /// The keys of the verb `network`, with their defaults.
  public static let parameters: [Parameter] = [
    Parameter(
      "sparse", .call(.sparsity),
      default: .call(Call("epsilon", Arguments(["epsilon": 20]))),
      "how many connections a layer starts with; `none` makes it dense"),
    Parameter(
      "activation", .call(.activation), default: .call(Call("relu")),
      "what hidden neurons make of their sum"),
    Parameter(
      "dropout", .fraction(.from(0, below: 1)), default: 0,
      "the share of hidden neurons silenced for a sample while training"),
    Parameter(
      "init", .call(.initialiser), default: .call(Call("he")),
      "the distribution of the first weights"),
    Parameter(
      "output", .choice(["dense", "sparse"]), default: .name("dense"),
      "whether the output layer is dense, or sparse and evolving like the others"),
    Parameter("bias", .logic, default: true, "whether neurons have a bias"),
    Parameter(
      "fan", .choice(Fan.allCases.map(\.rawValue)), default: .name("dense"),
      "whether `init` scales by all inputs, or by the mean number of connections of a neuron"),
  ]

  /// The widths, as far as they do not come from the data.
  public let shape: Shape
  /// How many connections a sparse layer starts with.
  public let sparsity: any Sparsity
  /// What hidden neurons make of their sum; its trained parameters are drawn when a network is built.
  public let activation: any Activation
  /// The share of hidden neurons silenced for a sample while training, from 0, below 1.
  public let dropout: Double
  /// The distribution of the first weights.
  public let initialiser: any Initialiser
  /// The fan-in that `initialiser` scales by.
  public let fan: Fan
  /// Whether the output layer is sparse and evolves.
  public let sparseOutput: Bool
  /// Whether neurons have a bias.
  public let bias: Bool
  /// The arguments as they were given, complete.
  public let arguments: Arguments

  /// A plan of a shape and of checked arguments of `NetworkPlan.parameters`; absent ones take their
  /// defaults.
  ///
  /// - Throws: what the sparsity, activation or initialiser finds wrong with its own arguments.
  public init(shape: Shape, arguments: Arguments = Arguments()) throws {
    let complete = arguments.completed(by: Self.parameters)
    self.shape = shape
    self.arguments = complete
    sparsity = try Sparsities.make(complete.call("sparse"))
    activation = try Activations.make(complete.call("activation"))
    dropout = complete.number("dropout")
    initialiser = try Initialisers.make(complete.call("init"))
    fan = Fan(rawValue: complete.choice("fan")) ?? .dense
    sparseOutput = complete.choice("output") == "sparse"
    bias = complete.logic("bias")
  }

  /// The plan as a script writes it, without the verb: `in-100-out sparse=epsilon(20) …`.
  public var description: String {
    let keys = Self.parameters.compactMap { parameter in
      arguments[parameter.name].map { "\(parameter.name)=\($0)" }
    }
    return ([shape.description] + keys).joined(separator: " ")
  }
}

extension NetworkPlan: CustomStringConvertible {}
