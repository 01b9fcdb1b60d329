import Catalogue
import Datasets
import Foundation
import Networks
import Sparse
import TestSupport
import Testing
import Training

/// Arrays as another program may write them, sound or not.
struct ForeignArraysTests {
  /// A network 3-2-2 with its first layer sparse: row 0 has columns 1 and 0, row 2 column 1.
  private static func archive() -> TensorArchive {
    var archive = TensorArchive()
    archive.tensors = [
      "1.indptr": Tensor([0, 2, 2, 3] as [Int64]), "1.indices": Tensor([1, 0, 1] as [Int32]),
      "1.data": Tensor([10, 20, 30] as [Double]), "1.bias": Tensor([1, 2] as [Float]),
      "2.weight": Tensor([1, 2, 3, 4] as [Float], shape: [2, 2]),
      "2.bias": Tensor([0, 0] as [Float]),
    ]
    archive.metadata = ["activation": "relu"]
    return archive
  }

  private static func load(_ archive: TensorArchive) throws -> SavedNetwork {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "net.npz")
      try Data(try NpzFormat.encode(archive)).write(to: file)
      return try SavedNetwork.load(from: file.path)
    }
  }

  @Test func rowsAreSortedWithTheirWeights() throws {
    let network = try Self.load(Self.archive()).network
    #expect(network.widths == [3, 2, 2])
    guard case .sparse(let matrix) = network.layers[0].weights else {
      Issue.record("the first layer is sparse")
      return
    }
    #expect(matrix.columnIndices == [0, 1, 1] && matrix.values == [20, 10, 30])
  }

  @Test func velocitiesGoWithTheirWeights() throws {
    var archive = Self.archive()
    archive.tensors["1.velocity"] = Tensor([1, 2, 3] as [Float])
    #expect(try Self.load(archive).network.layers[0].weights.velocity == [2, 1, 3])
  }

  /// One array or text put in the place of another, and a part of the message.
  struct Damage: Sendable, CustomTestStringConvertible {
    let what: String
    let part: String
    let change: @Sendable (inout TensorArchive) -> Void
    var testDescription: String { what }
  }

  static let damages: [Damage] = [
    Damage(what: "a connection twice", part: "column 1 occurs twice in row 0") {
      $0.tensors["1.indices"] = Tensor([1, 1, 1] as [Int32])
    },
    Damage(what: "a column outside", part: "outside of the 2") {
      $0.tensors["1.indices"] = Tensor([1, 0, 2] as [Int64])
    },
    Damage(what: "a negative column", part: "outside") {
      $0.tensors["1.indices"] = Tensor([1, -1, 1] as [Int32])
    },
    Damage(what: "a column beyond 32 bits", part: "outside") {
      $0.tensors["1.indices"] = Tensor([1, 0, 1 << 40] as [Int64])
    },
    Damage(what: "falling offsets", part: "fall after row 1") {
      $0.tensors["1.indptr"] = Tensor([0, 3, 2, 3] as [Int64])
    },
    Damage(what: "offsets beyond the end", part: "do not run from 0 to 3") {
      $0.tensors["1.indptr"] = Tensor([0, 2, 2, 4] as [Int64])
    },
    Damage(what: "offsets far beyond the end", part: "fall after row 2") {
      $0.tensors["1.indptr"] = Tensor([0, 2, 1 << 62, 3] as [Int64])
    },
    Damage(what: "negative offsets", part: "fall") {
      $0.tensors["1.indptr"] = Tensor([0, -5, 2, 3] as [Int64])
    },
    Damage(what: "offsets that start late", part: "do not run") {
      $0.tensors["1.indptr"] = Tensor([1, 2, 2, 3] as [Int32])
    },
    Damage(what: "no offsets", part: "no list of widths") {
      $0.tensors["1.indptr"] = Tensor([] as [Int64])
    },
    Damage(what: "fractional offsets", part: "no vector of whole numbers") {
      $0.tensors["1.indptr"] = Tensor([0, 2, 2, 3] as [Float])
    },
    Damage(what: "weights that are no numbers", part: "no finite number") {
      $0.tensors["1.data"] = Tensor([10, .nan, 30] as [Double])
    },
    Damage(what: "weights beyond 32 bits", part: "no finite number") {
      $0.tensors["1.data"] = Tensor([10, 1e300, 30] as [Double])
    },
    Damage(what: "too few weights", part: "not of the shape or type") {
      $0.tensors["1.data"] = Tensor([10, 20] as [Double])
    },
    Damage(what: "whole numbers for weights", part: "not of the shape or type") {
      $0.tensors["1.data"] = Tensor([10, 20, 30] as [Int64])
    },
    Damage(what: "velocities of other connections", part: "not of the shape or type") {
      $0.tensors["1.velocity"] = Tensor([1, 2] as [Float])
    },
    Damage(what: "layers that do not fit", part: "not of the shape or type") {
      $0.tensors["2.weight"] = Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [3, 2])
    },
    Damage(what: "no weights", part: "weights of no layer") { $0.tensors = [:] },
    Damage(what: "no activation", part: "the text `activation` is missing") { $0.metadata = [:] },
    Damage(what: "an unknown activation", part: "an activation that we do not know") {
      $0.metadata["activation"] = "gelu"
    },
    Damage(what: "no number of classes", part: "how many classes there are") {
      $0.tensors["2.weight"] = nil
      $0.tensors["2.bias"] = nil
      $0.tensors["2.indptr"] = Tensor([0, 1, 1] as [Int64])
      $0.tensors["2.indices"] = Tensor([0] as [Int32])
      $0.tensors["2.data"] = Tensor([1] as [Float])
    },
    Damage(what: "a shape that nothing bears out", part: "do not fit the shape") {
      $0.metadata["shape"] = "3-2147483647-2"
    },
    Damage(what: "a number of classes that nothing bears out", part: "2147483647 classes") {
      $0.metadata["shape"] = "3-2-2147483647"
    },
    Damage(what: "names of other features", part: "`features` is no list of 3 texts") {
      $0.metadata["features"] = "[\"a\"]"
    },
    Damage(what: "half a scaling", part: "`input.deviation` is missing") {
      $0.tensors["input.mean"] = Tensor([0, 0, 0] as [Float])
    },
    Damage(what: "another program's format", part: "not saved by us") {
      $0.metadata["format"] = "pt"
    },
  ]

  @Test(arguments: damages) func itIsRefused(damage: Damage) throws {
    var archive = Self.archive()
    damage.change(&archive)
    let error = #expect(throws: SavingError.self) { try Self.load(archive) }
    #expect(error?.code.id == "E0655")
    #expect(error?.message.contains(damage.part) == true, "\(error?.message ?? "")")
  }
}
