import Sparse
import Datasets
import Testing

@Suite("Samples")
struct SamplesTests {
  let samples = Samples(features: [1, 2, 3, 4, 5, 6], labels: [2, 0, 2], width: 2)

  @Test("rows, selections and class counts")
  func rows() {
    #expect(samples.count == 3)
    #expect(samples.features.row(1) == [3, 4])
    let chosen = samples.selecting([2, 0])
    #expect(chosen == Samples(features: [5, 6, 1, 2], labels: [2, 2], width: 2))
    #expect(samples.selecting([]).count == 0)
    #expect(samples.classCounts(4) == [1, 0, 2, 0])
  }

  @Test("a set knows its width and classes")
  func dataset() {
    let data = Dataset(
      name: "tiny", classNames: ["a", "b", "c"], featureNames: ["x", "y"], train: samples,
      test: samples, scaling: .identity(width: 2), origin: "here")
    #expect(data.width == 2 && data.classes == 3 && data.validation == nil && !data.generated)
  }
}
