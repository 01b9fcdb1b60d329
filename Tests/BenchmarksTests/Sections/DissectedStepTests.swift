import Benchmarks
import Networks
import Sparse
import Testing

/// The step that is taken apart must be the one that training takes.
struct DissectedStepTests {
  @Test(arguments: [TrainingShape.isolet, .liset])
  func `it changes a network as training does, to the bit`(_ shape: TrainingShape) throws {
    let network = try shape.network()
    let data = SyntheticData(samples: 64, width: network.inputs, classes: network.classes)
    let engine = Engine(threads: 1)
    let training = TrainingWork(network, data, batch: 20, on: engine)
    let dissected = DissectedStep(network, data, batch: 20, on: engine)
    for _ in 0..<3 {
      training.step()
      dissected.step()
    }
    for (one, other) in zip(training.network.layers, dissected.network.layers) {
      #expect(one.weights == other.weights)
      #expect(one.bias == other.bias)
      #expect(one.activation.trained == other.activation.trained)
    }
    #expect(training.network.layers[0].weights != network.layers[0].weights)
    let parts = StepPart.all(layers: network.layers.count)
    #expect(Set(dissected.seconds.keys) == Set(parts))
    #expect(dissected.seconds.values.allSatisfy { $0.count == 3 })
  }
}
