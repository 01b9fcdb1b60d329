import Sparse
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct LossTests {
  static let sets = InstructionSet.available

  @Test(arguments: sets, [(2, 1), (10, 100), (26, 37), (3, 16)])
  func agreesWithDoublePrecision(set: InstructionSet, shape: (classes: Int, batch: Int)) {
    let engine = Engine(threads: 2, instructionSet: set)
    let scores = Panel.random(shape.classes, shape.batch, seed: 41)
    for row in 0..<shape.classes {
      for sample in 0..<shape.batch { scores[row, sample] *= sample % 2 == 0 ? 4 : 60 }
    }
    let labels = (0..<shape.batch).map { Int32($0 * 7 % shape.classes) }
    let gradient = Panel(features: shape.classes, capacity: shape.batch)
    var predictions = [Int32](repeating: -1, count: shape.batch)
    let loss = predictions.withUnsafeMutableBufferPointer {
      engine.softmaxLoss(scores, labels: labels, gradient: gradient, predictions: $0)
    }
    var sum = 0.0
    var correct = 0
    for sample in 0..<shape.batch {
      let column = (0..<shape.classes).map { Double(scores[$0, sample]) }
      let top = column.max()!
      let total = column.reduce(0) { $0 + exp($1 - top) }
      let label = Int(labels[sample])
      sum += log(total) + top - column[label]
      correct += column[label] == top ? 1 : 0
      #expect(predictions[sample] == Int32(column.firstIndex(of: top)!))
      for row in 0..<shape.classes {
        let p = exp(column[row] - top) / total
        let expected = (p - (row == label ? 1 : 0)) / Double(shape.batch)
        #expect(abs(Double(gradient[row, sample]) - expected) < 1e-6)
      }
    }
    #expect(abs(loss.sum - sum) < 1e-5 * Double(shape.batch) + 1e-6 * sum)
    #expect(loss.correct == correct)
    #expect(engine.softmaxLoss(scores, labels: labels) == loss)
    for row in 0..<shape.classes {
      #expect((shape.batch..<gradient.padded).allSatisfy { gradient.row(row)[$0] == 0 })
    }
  }

  @Test(arguments: sets) func theLowestClassWinsATie(set: InstructionSet) {
    let scores = Panel(features: 3, capacity: 2)
    scores[1, 0] = 5
    scores[2, 0] = 5
    let loss = Engine(threads: 1, instructionSet: set).softmaxLoss(scores, labels: [1, 2])
    #expect(loss.correct == 1)
  }

  @Test(arguments: sets) func divergenceShowsInTheLoss(set: InstructionSet) {
    let scores = Panel(features: 3, capacity: 20)
    scores[1, 3] = .nan
    let labels = [Int32](repeating: 0, count: 20)
    #expect(
      Engine(threads: 1, instructionSet: set).softmaxLoss(scores, labels: labels).sum.isNaN)
    scores[1, 3] = .infinity
    let loss = Engine(threads: 1, instructionSet: set).softmaxLoss(scores, labels: labels)
    #expect(!loss.sum.isFinite)
  }

  @Test func theSameBitsAtAnyNumberOfThreads() {
    let scores = Panel.random(200, 300, seed: 5)
    let labels = (0..<300).map { Int32($0 % 200) }
    let results = [1, 2, 3].map { threads in
      let gradient = Panel(features: 200, capacity: 300)
      let loss = Engine(threads: threads).softmaxLoss(scores, labels: labels, gradient: gradient)
      return [loss.sum.bitPattern] + gradient.numbers.map { UInt64($0.bitPattern) }
    }
    #expect(results[0] == results[1] && results[0] == results[2])
  }
}
