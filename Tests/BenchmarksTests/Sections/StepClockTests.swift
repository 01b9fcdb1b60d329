import Benchmarks
import Networks
import Sparse
import Testing

struct StepClockTests {
  @Test(arguments: [TrainingShape.isolet, .liset])
  func `it sees every part of a step and changes nothing`(_ shape: TrainingShape) throws {
    let network = try shape.network()
    let data = SyntheticData(samples: 64, width: network.inputs, classes: network.classes)
    let engine = Engine(threads: 1)
    let clock = StepClock()
    let training = TrainingWork(network, data, batch: 20, on: engine)
    let timed = TrainingWork(network, data, batch: 20, on: engine, clock: clock)
    for _ in 0..<3 {
      training.step()
      timed.step()
    }
    for (one, other) in zip(training.network.layers, timed.network.layers) {
      #expect(one.weights == other.weights)
      #expect(one.bias == other.bias)
      #expect(one.activation.trained == other.activation.trained)
    }
    #expect(training.network.layers[0].weights != network.layers[0].weights)
    let parts = StepPart.all(layers: network.layers.count)
    #expect(Set(clock.seconds.keys) == Set(parts))
    #expect(clock.seconds.values.allSatisfy { $0.count == 3 })
    // Every part of these shapes takes some time.
    #expect(clock.seconds.values.allSatisfy { $0.allSatisfy { $0 > 0 } })
  }
}
