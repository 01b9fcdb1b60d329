import Catalogue
import Networks
import Sparse
import Testing

/// The derivatives of every registered activation against finite differences of its own values.
///
/// Activations may have kinks: a derivative must lie between the differences to the left and to the
/// right, which are close together wherever the function is smooth.
struct EveryActivationTests {
  static let calls: [Argument] =
    Activations.all.map { .call($0.about.name) }
    + [.call("leaky_relu", ["slope": -0.5]), .call("all_relu", ["alpha": 0.6])]

  @Test(arguments: calls, [1, 2])
  func derivativesAreThoseOfFiniteDifferences(argument: Argument, layer: Int) throws {
    guard case .call(let call) = argument else { return }
    for batch in [1, 5, 16, 33] {
      let probe = try ActivationProbe(call, layer: layer, batch: batch)
      let result = probe.backward()
      let bracket = probe.brackets { probe, step in probe.z = probe.z.map { $0 + step } }
      for neuron in probe.range {
        var sum = 0.0
        for sample in 0..<batch {
          let gradient = result.gradient[neuron, sample]
          sum += Double(gradient)
          #expect(
            bracket[neuron, sample].holds(gradient),
            "∂/∂z of \(call) at \(probe.z[neuron * batch + sample])")
        }
        let bias = Double(result.biasGradient[neuron])
        #expect(abs(bias - sum) < 1e-4 * max(1, abs(sum)), "bias gradient of \(call)")
      }
    }
  }

  @Test(arguments: calls)
  func trainedParametersHaveTheirGradients(argument: Argument) throws {
    guard case .call(let call) = argument else { return }
    let batch = 33
    let probe = try ActivationProbe(call, layer: 1, batch: batch)
    let vectors = probe.backward().gradients.vectors
    let trained = probe.activation.trained
    #expect(vectors.count == trained.count)
    #expect(Set(trained.map(\.name)).count == trained.count)
    for (index, vector) in vectors.enumerated() {
      let bracket = probe.brackets { probe, step in
        let values = probe.activation.trained[index].values.map { $0 + step }
        probe.activation.trained[index].values = values
      }
      for neuron in probe.range {
        let sum = (0..<batch).reduce(Bracket()) { $0 + bracket[neuron, $1] }
        #expect(sum.holds(vector[neuron]), "∂/∂\(trained[index].name) of \(call)")
      }
    }
  }

  /// Where nothing is trained, outputs take the place of the sums.
  @Test(arguments: calls) func theSameComesOfItInPlace(argument: Argument) throws {
    guard case .call(let call) = argument else { return }
    for batch in [1, 16, 33] {
      let probe = try ActivationProbe(call, layer: 1, batch: batch)
      let (apart, inPlace) = (probe.forward(), probe.forwardInPlace())
      for neuron in probe.range {
        for sample in 0..<batch { #expect(inPlace[neuron, sample] == apart[neuron, sample]) }
      }
    }
  }

  /// The rows outside the range are another thread's, and padding columns are read by kernels.
  @Test(arguments: calls)
  func onlyTheRangeIsTouchedAndPaddingStaysClean(argument: Argument) throws {
    guard case .call(let call) = argument else { return }
    let probe = try ActivationProbe(call, layer: 1, batch: 5)
    let outputs = probe.forward()
    let result = probe.backward()
    for neuron in 0..<probe.neurons {
      let columns = probe.range.contains(neuron) ? 5..<outputs.padded : 0..<outputs.padded
      for sample in columns {
        if sample < 5 {
          #expect(outputs[neuron, sample] == 0, "\(call) writes outputs outside its range")
          #expect(
            result.gradient[neuron, sample] == probe.upstream[neuron * 5 + sample],
            "\(call) writes gradients outside its range")
        } else {
          #expect(outputs[neuron, sample].isFinite, "padding of \(call)")
          #expect(result.gradient[neuron, sample] == 0, "padding of the gradient of \(call)")
        }
      }
    }
  }
}
