import Catalogue
import Networks
import Sparse

/// One activation of a layer of six neurons with sums and a gradient to try it on.
struct ActivationProbe {
  /// The step of finite differences: small beside the sums, large beside their rounding.
  static let step: Float = 1 / 256

  let neurons = 6
  /// The neurons that are computed; the first and the last are not.
  let range = 1..<5
  let batch: Int
  var activation: any Activation
  /// The sums, neuron by neuron.
  var z: [Float]
  /// The loss's derivative by the outputs, neuron by neuron.
  let upstream: [Float]
  private let engine = Engine(threads: 1)

  init(_ call: Call, layer: Int, batch: Int) throws {
    self.batch = batch
    var stream = RandomStream(seed: 17, purpose: .test, epoch: batch, layer: layer)
    activation = try Activations.make(call)
    activation.prepare(neurons: neurons, layer: layer, stream: &stream)
    // Off their first values, which may be special.
    for index in activation.trained.indices {
      let values = activation.trained[index].values.map { $0 + stream.uniform(-0.3, 0.3) }
      activation.trained[index] = TrainedVector(activation.trained[index].name, values)
    }
    z = (0..<neurons * batch).map { _ in 2 * Float(stream.normal()) }
    upstream = (0..<neurons * batch).map { _ in Float(stream.normal()) }
  }

  /// The outputs.
  func forward() -> Panel {
    let outputs = panel([Float](repeating: 0, count: neurons * batch))
    activation.forward(range, of: panel(z), into: outputs, on: engine)
    return outputs
  }

  /// The outputs, in the place of the sums.
  func forwardInPlace() -> Panel {
    let sums = panel(z)
    activation.forward(range, of: sums, into: sums, on: engine)
    return sums
  }

  /// The gradients.
  func backward() -> (
    gradient: Panel, biasGradient: Vector, gradients: any ActivationGradients
  ) {
    let gradient = panel(upstream)
    let biasGradient = Vector(count: neurons)
    let gradients = activation.gradients(neurons: neurons)
    activation.backward(
      range, of: panel(z), gradient: gradient, biasGradient: biasGradient, gradients: gradients,
      on: engine)
    return (gradient, biasGradient, gradients)
  }

  /// Between what the loss's derivative by something must lie, for each neuron and sample: `nudge`
  /// moves it by so much.
  func brackets(_ nudge: (inout ActivationProbe, Float) -> Void) -> Brackets {
    var (above, below) = (self, self)
    nudge(&above, Self.step)
    nudge(&below, -Self.step)
    let (low, here, high) = (below.forward(), forward(), above.forward())
    var brackets = Brackets(batch: batch, values: [])
    for neuron in 0..<neurons {
      for sample in 0..<batch {
        let factor = Double(upstream[neuron * batch + sample]) / Double(Self.step)
        let value = Double(here[neuron, sample])
        let left = factor * (value - Double(low[neuron, sample]))
        let right = factor * (Double(high[neuron, sample]) - value)
        // What rounding of the values and the curvature between them may do.
        let slack = 2e-3 * max(0.1, abs(factor * Double(Self.step)))
        brackets.values.append(
          Bracket(lower: min(left, right) - slack, upper: max(left, right) + slack))
      }
    }
    return brackets
  }

  private func panel(_ values: [Float]) -> Panel {
    // Room for more than the batch, as in the last batch of an epoch.
    let panel = Panel(features: neurons, capacity: batch + 20)
    panel.batch = batch
    for neuron in 0..<neurons {
      for sample in 0..<batch { panel[neuron, sample] = values[neuron * batch + sample] }
    }
    return panel
  }
}

/// Between what a number must lie.
struct Bracket {
  var lower = 0.0
  var upper = 0.0

  /// Whether a number lies between.
  func holds(_ value: Float) -> Bool { (lower...upper).contains(Double(value)) }

  /// The bracket of a sum.
  static func + (a: Bracket, b: Bracket) -> Bracket {
    Bracket(lower: a.lower + b.lower, upper: a.upper + b.upper)
  }
}

/// Brackets neuron by neuron.
struct Brackets {
  let batch: Int
  var values: [Bracket]

  subscript(neuron: Int, sample: Int) -> Bracket { values[neuron * batch + sample] }
}
