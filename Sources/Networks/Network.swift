/// A multilayer perceptron: sparse or dense layers, softmax over the classes at its end.
///
/// A value: its stored properties are its whole state, and training advances it through `inout`.
public struct Network: Sendable {
  /// The layers, inputs first. The last is the output layer, whose activation is linear; the
  /// softmax belongs to the loss.
  public var layers: [Layer]
  /// The share of hidden neurons silenced for a sample while training, from 0, below 1.
  public let dropout: Double

  /// A network of layers that fit each other.
  /// - Precondition: there is a layer, and each has as many inputs as the one before has neurons.
  public init(layers: [Layer], dropout: Double) {
    precondition(!layers.isEmpty)
    precondition(zip(layers, layers.dropFirst()).allSatisfy { $0.columns == $1.rows })
    self.layers = layers
    self.dropout = dropout
  }

  /// The number of inputs.
  public var inputs: Int { layers[0].rows }
  /// The number of classes.
  public var classes: Int { layers[layers.count - 1].columns }
  /// All widths, inputs first.
  public var widths: [Int] { [inputs] + layers.map(\.columns) }
  /// The number of stored connections, output layer included, biases not.
  public var parameters: Int { layers.reduce(0) { $0 + $1.nonzeros } }
  /// The share of all layers' cells in use, 0…1.
  public var density: Double {
    Double(parameters) / layers.reduce(0) { $0 + Double($1.rows) * Double($1.columns) }
  }
  /// The shape, with every width filled in.
  public var shape: Shape {
    Shape(input: inputs, hidden: layers.dropLast().map(\.columns), output: classes)
  }

  /// Sets all velocity to zero.
  public mutating func resetVelocity() {
    for index in layers.indices { layers[index].resetVelocity() }
  }
}
