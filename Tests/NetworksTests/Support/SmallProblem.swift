import Catalogue
import Networks
import Sparse

/// A few samples with labels, and networks to try on them.
struct SmallProblem {
  let width: Int
  let classes: Int
  let features: Features
  let labels: [Int32]

  var count: Int { labels.count }

  init(count: Int, width: Int = 7, classes: Int = 4, seed: UInt64 = 5) {
    var stream = RandomStream(seed: seed, purpose: .test)
    self.width = width
    self.classes = classes
    features = Features((0..<count * width).map { _ in Float(stream.normal()) }, width: width)
    labels = (0..<count).map { _ in Int32(stream.integer(below: UInt64(classes))) }
  }

  /// The samples as rows of doubles.
  var rows: [[Double]] {
    (0..<count).map { features.row($0).map { Double($0) } }
  }

  /// A network for the samples, with biases and thresholds moved off their first values, so that
  /// nothing in it is zero or symmetric.
  func network(_ arguments: [String: Argument], hidden: [Int] = [9, 6]) throws -> Network {
    var network = try NetworkPlan(shape: Shape(hidden: hidden), arguments: Arguments(arguments))
      .build(inputs: width, classes: classes, seed: 11)
    var stream = RandomStream(seed: 13, purpose: .test)
    for index in network.layers.indices {
      let layer = network.layers[index]
      network.layers[index].bias = layer.bias.map {
        TrainedVector($0.name, $0.values.map { _ in stream.uniform(-0.3, 0.3) })
      }
      network.layers[index].activation.trained = layer.activation.trained.map { vector in
        switch vector.name {
        case "t_left": vector.drawn(-0.5, 0.1, &stream)
        case "t_right": vector.drawn(-0.8, 0.8, &stream)
        case "a_right": vector.drawn(0.4, 1.6, &stream)
        default: vector
        }
      }
    }
    return network
  }
}

extension Argument {
  /// `name` or `name(key=value)`.
  static func call(_ name: String, _ arguments: [String: Argument] = [:]) -> Argument {
    .call(Call(name, Arguments(arguments)))
  }
}

extension TrainedVector {
  fileprivate func drawn(
    _ lower: Float, _ upper: Float, _ stream: inout RandomStream
  ) -> TrainedVector {
    TrainedVector(name, values.map { _ in stream.uniform(lower, upper) })
  }
}
