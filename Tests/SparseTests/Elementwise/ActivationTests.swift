import Sparse
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The activations under every instruction set, against double precision.
@Suite struct ActivationTests {
  static let sets = InstructionSet.available
  private let neurons = 9
  private let batch = 50

  /// Sums from −95 to 95, where exponentials reach their ends; many of them small.
  private func sums() -> Panel {
    let z = Panel.random(neurons, batch, seed: 21)
    for row in 0..<neurons {
      for sample in 0..<batch { z[row, sample] *= [0.1, 1, 3, 12, 95][(row + sample) % 5] }
    }
    return z
  }

  private func expectForward(
    _ engine: Engine, _ apply: (Range<Int>, Panel, Panel) -> Void,
    _ function: (Int, Double) -> Double
  ) {
    let z = sums()
    let a = Panel(features: neurons, capacity: batch)
    apply(0..<neurons, z, a)
    for row in 0..<neurons {
      for sample in 0..<batch {
        let expected = function(row, Double(z[row, sample]))
        let found = Double(a[row, sample])
        #expect(abs(found - expected) <= 3e-7 * (1 + abs(expected)), "at \(z[row, sample])")
      }
    }
    apply(0..<neurons, z, z)
    #expect(z.numbers == a.numbers, "in place")
  }

  /// `derivative` gives f'(z); the gradient and its sum over the batch are checked.
  private func expectBackward(
    _ apply: (Range<Int>, Panel, Panel, Vector) -> Void, _ derivative: (Int, Double) -> Double
  ) {
    let z = sums()
    let d = Panel.random(neurons, batch, seed: 22)
    let before = d.copy()
    let bias = Vector(count: neurons)
    apply(0..<neurons, z, d, bias)
    for row in 0..<neurons {
      var sum = 0.0
      for sample in 0..<batch {
        let expected = Double(before[row, sample]) * derivative(row, Double(z[row, sample]))
        #expect(abs(Double(d[row, sample]) - expected) <= 1e-6)
        sum += expected
      }
      #expect(abs(Double(bias[row]) - sum) <= 2e-5)
    }
  }

  @Test(arguments: sets, [0, 0.25, -0.6, 1] as [Float]) func slopes(
    set: InstructionSet, slope: Float
  ) {
    let engine = Engine(threads: 1, instructionSet: set)
    expectForward(engine, { engine.slope($0, of: $1, into: $2, slope: slope) }) { _, z in
      z > 0 ? z : Double(slope) * z
    }
    expectBackward({
      engine.slopeBackward($0, of: $1, gradient: $2, slope: slope, biasGradient: $3)
    }) { _, z in z > 0 ? 1 : Double(slope) }
  }

  @Test(arguments: sets) func tanhs(set: InstructionSet) {
    let engine = Engine(threads: 1, instructionSet: set)
    expectForward(engine, { engine.tanh($0, of: $1, into: $2) }) { _, z in tanh(z) }
    expectBackward({ engine.tanhBackward($0, of: $1, gradient: $2, biasGradient: $3) }) { _, z in
      1 - tanh(z) * tanh(z)
    }
  }

  @Test(arguments: sets) func sigmoids(set: InstructionSet) {
    let engine = Engine(threads: 1, instructionSet: set)
    func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
    expectForward(engine, { engine.sigmoid($0, of: $1, into: $2) }) { _, z in sigmoid(z) }
    expectBackward({ engine.sigmoidBackward($0, of: $1, gradient: $2, biasGradient: $3) }) {
      _, z in sigmoid(z) * (1 - sigmoid(z))
    }
  }

  /// Not a number stays so: a run that diverges must be seen to.
  @Test(arguments: sets) func notANumberPasses(set: InstructionSet) {
    let engine = Engine(threads: 1, instructionSet: set)
    let z = Panel(features: 1, capacity: 3)
    z[0, 1] = .nan
    let a = Panel(features: 1, capacity: 3)
    engine.tanh(0..<1, of: z, into: a)
    #expect(a[0, 1].isNaN && a[0, 0] == 0)
    engine.sigmoid(0..<1, of: z, into: a)
    #expect(a[0, 1].isNaN && a[0, 0] == 0.5)
    engine.slope(0..<1, of: z, into: a, slope: 0)
    #expect(a[0, 1].isNaN && a[0, 0] == 0)
  }

  @Test func onlyTheRangeIsTouched() {
    let engine = Engine(threads: 1)
    let z = Panel.random(9, 20, seed: 1)
    let before = z.copy()
    engine.slope(3..<5, of: z, into: z, slope: 0.5)
    for row in 0..<9 {
      let same = (0..<20).allSatisfy { z[row, $0] == before[row, $0] }
      #expect(same == !(3..<5).contains(row))
    }
  }

  @Test(arguments: sets) func rowSums(set: InstructionSet) {
    let engine = Engine(threads: 1, instructionSet: set)
    let panel = Panel.random(4, 77, seed: 2)
    let sums = Vector(count: 4)
    engine.rowSums(1..<3, of: panel, into: sums)
    #expect(sums[0] == 0 && sums[3] == 0)
    for row in 1..<3 {
      let expected = (0..<77).reduce(0.0) { $0 + Double(panel[row, $1]) }
      #expect(abs(Double(sums[row]) - expected) < 1e-4)
    }
  }
}
