import Sparse
import Testing

@Suite struct SReLUTests {
  private let neurons = 12
  private let batch = 45

  private struct Parameters {
    var tLeft, aLeft, tRight, aRight: [Float]
  }

  private func parameters() -> Parameters {
    var stream = RandomStream(seed: 31, purpose: .test)
    var parameters = Parameters(
      tLeft: stream.numbers(neurons), aLeft: stream.numbers(neurons),
      tRight: stream.numbers(neurons), aRight: stream.numbers(neurons))
    parameters.tRight[3] = 0
    return parameters
  }

  /// The function in double precision.
  private func value(_ z: Double, _ p: [Double]) -> Double {
    let right = p[0] + abs(p[2])
    if z < p[0] { return p[0] + p[1] * (z - p[0]) }
    return z > right ? right + p[3] * (z - right) : z
  }

  private func numbers(_ p: Parameters, _ neuron: Int) -> [Double] {
    [p.tLeft[neuron], p.aLeft[neuron], p.tRight[neuron], p.aRight[neuron]].map { Double($0) }
  }

  private func sums() -> Panel {
    let z = Panel.random(neurons, batch, seed: 32)
    for row in 0..<neurons { for sample in 0..<batch { z[row, sample] *= 3 } }
    return z
  }

  @Test(arguments: InstructionSet.available) func values(set: InstructionSet) {
    let engine = Engine(threads: 1, instructionSet: set)
    let (z, p) = (sums(), parameters())
    let a = Panel(features: neurons, capacity: batch)
    engine.srelu(
      0..<neurons, of: z, into: a, tLeft: p.tLeft.span, aLeft: p.aLeft.span,
      tRight: p.tRight.span, aRight: p.aRight.span)
    for neuron in 0..<neurons {
      for sample in 0..<batch {
        let expected = value(Double(z[neuron, sample]), numbers(p, neuron))
        #expect(abs(Double(a[neuron, sample]) - expected) < 1e-6)
      }
    }
  }

  /// All six gradients against differences of the function in double precision, with
  /// L = Σ d·f(z; p) for a random d.
  @Test(arguments: InstructionSet.available) func gradients(set: InstructionSet) {
    let engine = Engine(threads: 1, instructionSet: set)
    let (z, p) = (sums(), parameters())
    let d = Panel.random(neurons, batch, seed: 33)
    let dz = d.copy()
    let bias = Vector(count: neurons)
    let found = SReLUGradients(count: neurons)
    engine.sreluBackward(
      0..<neurons, of: z, gradient: dz, tLeft: p.tLeft.span, aLeft: p.aLeft.span,
      tRight: p.tRight.span, aRight: p.aRight.span, biasGradient: bias, gradients: found)
    let h = 1e-7
    for neuron in 0..<neurons {
      let base = numbers(p, neuron)
      func loss(_ p: [Double], shift: Double = 0) -> Double {
        (0..<batch).reduce(0) {
          $0 + Double(d[neuron, $1]) * value(Double(z[neuron, $1]) + shift, p)
        }
      }
      let byParameter = (0..<4).map { index in
        var (up, down) = (base, base)
        up[index] += h
        down[index] -= h
        return (loss(up) - loss(down)) / (2 * h)
      }
      #expect(abs(Double(found.tLeft[neuron]) - byParameter[0]) < 1e-4)
      #expect(abs(Double(found.aLeft[neuron]) - byParameter[1]) < 1e-4)
      #expect(abs(Double(found.tRight[neuron]) - byParameter[2]) < 1e-4)
      #expect(abs(Double(found.aRight[neuron]) - byParameter[3]) < 1e-4)
      let byShift = (loss(base, shift: h) - loss(base, shift: -h)) / (2 * h)
      #expect(abs(Double(bias[neuron]) - byShift) < 1e-4)
      let sum = (0..<batch).reduce(0) { $0 + Double(dz[neuron, $1]) }
      #expect(abs(Double(bias[neuron]) - sum) < 1e-4)
    }
  }
}
