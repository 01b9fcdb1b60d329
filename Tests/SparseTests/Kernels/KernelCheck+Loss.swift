import CKernels
import Sparse

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension KernelCheck {
  static var losses: [KernelCheck] { [softmaxLoss] }

  /// What is in `predictions` before.
  private static let stale: Int32 = -7

  private static func labels(_ of: KernelCase) -> [Int32] {
    (0..<of.batch).map { Int32($0 * 7 % of.columns) }
  }

  /// A unit is a vector of 16 samples: its columns of the gradient, its loss, how many are right,
  /// its predictions; and loss and count once more without gradient and predictions.
  private static var softmaxLoss: KernelCheck {
    KernelCheck(
      "softmax_loss", extent: \.vectors,
      expected: { of in
        var expected = ExpectedOutput()
        for vector in 0..<of.vectors {
          let samples = (vector * 16..<vector * 16 + 16).map { Sample($0, of, labels(of)) }
          for c in 0..<of.columns { expected.add(samples.map { $0.gradient[c] }) }
          let loss = Bounded.total(samples.map(\.loss))
          let correct = samples.reduce(0) { $0 + ($1.isRight ? 1 : 0) }
          expected.addDouble(loss)
          expected.add(Bounded(Float(correct)))
          expected.add(samples.map { Bounded(Float($0.prediction)) })
          expected.addDouble(loss)
          expected.add(Bounded(Float(correct)))
        }
        expected.addUntouched(of.columns * of.blank(1).beyond)
        return expected
      },
      run: { kernels, of, part in
        let gradient = of.blank(of.columns)
        let labels = labels(of)
        var losses = [[Double]](repeating: .init(repeating: .nan, count: of.vectors), count: 2)
        var correct = [[Int32]](repeating: .init(repeating: stale, count: of.vectors), count: 2)
        var predictions = [Int32](repeating: stale, count: of.vectors * 16)
        kernels.pointee.softmax_loss(
          part.lowerBound, part.upperBound, of.columns, of.batch, of.gradient.row(0),
          of.gradient.stride, labels, gradient.row(0), gradient.stride, &losses[0], &correct[0],
          &predictions)
        kernels.pointee.softmax_loss(
          part.lowerBound, part.upperBound, of.columns, of.batch, of.gradient.row(0),
          of.gradient.stride, labels, nil, 0, &losses[1], &correct[1], nil)
        var output = KernelOutput()
        for vector in 0..<of.vectors {
          for c in 0..<of.columns { output.add(gradient.row(c) + vector * 16, count: 16) }
          output.add(losses[0][vector])
          output.add(Float(correct[0][vector]))
          for s in vector * 16..<vector * 16 + 16 { output.add(Float(predictions[s])) }
          output.add(losses[1][vector])
          output.add(Float(correct[1][vector]))
          output.endUnit()
        }
        for c in 0..<of.columns {
          output.add(gradient.row(c) + gradient.padded, count: gradient.beyond)
        }
        return output
      })
  }

  /// One sample's scores in double precision; beyond the batch there is nothing but zeros.
  private struct Sample {
    var gradient: [Bounded]
    var loss = Bounded(0)
    var isRight = false
    var prediction = stale

    init(_ sample: Int, _ of: KernelCase, _ labels: [Int32]) {
      gradient = .init(repeating: Bounded(0), count: of.columns)
      guard sample < of.batch else { return }
      let scores = (0..<of.columns).map { of.gradient.row($0)[sample] }
      let best = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
      let label = Int(labels[sample])
      let lower = scores.map { Bounded($0) - Bounded(scores[best]) }
      let powers = lower.map { Bounded.exp($0) }
      let sum = Bounded.total(powers)
      let share = Bounded(1) / Bounded(Float(of.batch))
      for (c, power) in powers.enumerated() {
        gradient[c] = (power / sum - Bounded(c == label ? 1 : 0)) * share
      }
      let logarithm = Bounded(log(sum.value), error: sum.error / (sum.value - sum.error))
      loss = Bounded(
        logarithm.value - lower[label].value, error: logarithm.error + lower[label].error)
      isRight = best == label
      prediction = Int32(best)
    }
  }
}
