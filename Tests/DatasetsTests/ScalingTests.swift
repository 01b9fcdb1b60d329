import Sparse
import Catalogue
import Datasets
import Testing

@Suite("Scaling")
struct ScalingTests {
  let samples = Samples(
    features: [1, 10, 5, 2, 10, 5, 3, 10, 8, 6, 10, 6], labels: [0, 0, 1, 1], width: 3)

  @Test("standard: mean and deviation of the population; constants become 0")
  func standard() {
    let scaling = StandardScaling().fit(samples)
    #expect(scaling.center == [3, 10, 6])
    #expect(scaling.spread == [Float(3.5.squareRoot()), 0, Float(1.5.squareRoot())])
    let scaled = scaling.applied(to: samples)
    for column in 0..<3 {
      let values: [Double] = (0..<4).map { Double(scaled.features[$0, column]) }
      let mean = values.reduce(0, +) / 4
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4
      #expect(abs(mean) < 1e-7)
      #expect(abs(variance - (column == 1 ? 0 : 1)) < 1e-6)
    }
    #expect(scaled.labels == samples.labels)
  }

  @Test("a constant that no binary fraction is, and a large offset, are told apart from a signal")
  func nearlyConstant() {
    let constant = Samples(
      features: [Float](repeating: 0.1, count: 999), labels: .init(repeating: 0, count: 999),
      width: 1)
    #expect(StandardScaling().fit(constant).spread == [0])
    let offset = Samples(features: [1_000_000, 1_000_001], labels: [0, 1], width: 1)
    #expect(StandardScaling().fit(offset).spread == [0.5])
    #expect(StandardScaling().fit(offset).applied(to: offset).features.values == [-1, 1])
  }

  @Test("minmax: the range becomes 0 to 1; constants become 0")
  func minmax() {
    let scaling = MinMaxScaling().fit(samples)
    #expect(scaling.center == [1, 10, 5] && scaling.spread == [5, 0, 3])
    #expect(
      scaling.applied(to: samples).features.values == [
        0, 0, 0, 0.2, 0, 0, 0.4, 0, 1, 1, 0, 1.0 / 3,
      ])
  }

  @Test("none changes nothing")
  func none() {
    let scaling = NoScaling().fit(samples)
    #expect(scaling.isIdentity && scaling == .identity(width: 3))
    #expect(scaling.applied(to: samples) == samples)
  }

  @Test("the widest range of floats stays finite")
  func extremes() throws {
    let far = Float.greatestFiniteMagnitude
    let wide = Samples(
      features: [-far, far, .leastNonzeroMagnitude, 0], labels: [0, 1, 0, 1], width: 1)
    let tiny = Samples(features: [0, .leastNonzeroMagnitude], labels: [0, 1], width: 1)
    for method in ScalingMethods.all {
      let built: any ScalingMethod = try method.init(Arguments(of: method.about))
      #expect(built.fit(wide).applied(to: wide).features.values.allSatisfy { $0.isFinite })
      #expect(built.fit(tiny).applied(to: wide).features.values.allSatisfy { $0.isFinite })
    }
  }

  @Test("every scaling can be taken back; a constant comes back as itself")
  func undone() throws {
    for method in ScalingMethods.all {
      let built: any ScalingMethod = try method.init(Arguments(of: method.about))
      let scaling = built.fit(samples)
      var features = scaling.applied(to: samples).features.values
      scaling.undo(on: &features)
      #expect(zip(features, samples.features.values).allSatisfy { abs($0 - $1) < 1e-5 })
    }
  }

  @Test("scaling is fitted on the training samples alone")
  func trainOnly() throws {
    let folder = try TemporaryFolder()
    let train = try folder.write("train.csv", "0,a\n2,b\n")
    let test = try folder.write("test.csv", "1,a\n5,b\n")
    let data = try load(train, ["test": .text(test)])
    #expect(data.scaling.center == [1] && data.scaling.spread == [1])
    #expect(data.test.features.values == [0, 4])
    let range = try load(train, ["test": .text(test), "scale": .call(Call("minmax"))])
    #expect(range.test.features.values == [0.5, 2.5])
  }
}
