import Sparse
import Catalogue
import Datasets
import Testing

/// The real sets, where SPARSESH_DATA or `../shared/data` beside the checkout holds them; skipped
/// elsewhere, since nothing in the project may need them.
@Suite("Real data", .enabled(if: realDataDirectory != nil, "no folder of real data is here"))
struct RealDataTests {
  let directory = realDataDirectory ?? ""

  @Test("ISOLET")
  func isolet() throws {
    let data = try load(named: "isolet", from: directory)
    #expect(data.train.count == 6238 && data.test.count == 1559)
    #expect(data.width == 617 && data.classes == 26)
    #expect(data.classNames == (1...26).map(String.init))
    #expect(data.train.labels.prefix(4) == [0, 0, 1, 1])
    #expect(data.train.classCounts(26).max() == 240)
  }

  @Test("Madelon")
  func madelon() throws {
    let data = try load(named: "madelon", unscaled, from: directory)
    #expect(data.train.count == 2000 && data.test.count == 600)
    #expect(data.width == 500 && data.classNames == ["-1", "1"] && !data.generated)
    #expect(data.train.features.values.prefix(3) == [485, 477, 537])
    #expect(data.train.classCounts(2) == [1000, 1000] && data.test.classCounts(2) == [300, 300])
    // madelon.param: the check-sum is that of all values.
    #expect(data.train.features.values.reduce(0.0) { $0 + Double($1) } == 488_083_511)
    #expect(data.test.features.values.reduce(0.0) { $0 + Double($1) } == 146_395_833)
  }

  @Test("MNIST and Fashion-MNIST", arguments: ["mnist", "fashion_mnist"])
  func images(name: String) throws {
    let data = try load(named: name, unscaled, from: directory)
    #expect(data.train.count == 60_000 && data.test.count == 10_000)
    // As floats it would be 188 MB.
    #expect(data.train.features.memory < 48_000_000)
    #expect(data.width == 784 && data.classes == 10)
    #expect(data.train.labels.prefix(5) == (name == "mnist" ? [5, 0, 4, 1, 9] : [9, 0, 0, 3, 0]))
    #expect(data.test.classCounts(10).reduce(0, +) == 10_000)
  }
}
