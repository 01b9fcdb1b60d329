import Catalogue
import Datasets
import Foundation
import Networks
import Sparse
import TestSupport
import Testing
@testable import Training

/// Formats for other programs: what they refuse, and how they are found.
struct NetworkFormatTests {
  /// A network of one layer.
  private func saved(_ weights: Weights) throws -> SavedNetwork {
    let layer = Layer(
      weights: weights, bias: nil, activation: Linear(), distribution: .zeros)
    return SavedNetwork(
      network: Network(layers: [layer], dropout: 0), scaling: .identity(width: weights.rows),
      classNames: (0..<weights.columns).map { "\($0)" },
      featureNames: (0..<weights.rows).map { "x\($0)" })
  }

  private func expectUnsuitable(_ saved: SavedNetwork, _ ending: String, _ part: String) throws {
    try TemporaryFolder.with { folder in
      let path = folder.appending(path: "net.\(ending)").path
      let error = #expect(throws: SavingError.self) { try saved.save(to: path) }
      #expect(error?.code.id == "E0656" && error?.place == .key("to"))
      #expect(error?.message.contains(part) == true && error?.hint?.isEmpty == false)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left.isEmpty)
    }
  }

  @Test func aGraphIsSmall() throws {
    let dense = DenseMatrix(
      rows: 400, columns: 251, values: [Float](repeating: 1, count: 400 * 251))
    try expectUnsuitable(saved(.dense(dense)), "graphml", "has 100,400")
    let wide = SparseMatrix(
      rows: 100_000, columns: 1, rowOffsets: [Int](repeating: 0, count: 100_001),
      columnIndices: [], values: [])
    try expectUnsuitable(saved(.sparse(wide)), "graphml", "100,001")
  }

  @Test func whatIsTooLargeDenseIsNotMadeDense() throws {
    let wide = SparseMatrix(
      rows: 60_000, columns: 40_000, rowOffsets: [Int](repeating: 0, count: 60_001),
      columnIndices: [], values: [])
    try expectUnsuitable(saved(.sparse(wide)), "onnx", "8.9 GB")
  }

  @Test func anEndingNamesOneFormat() {
    let names = NetworkFormats.all.map { $0.about.name }
    #expect(Set(names).count == names.count)
    #expect(NetworkFormats.named(by: "a.b/C.ONNX")?.about.name == "onnx")
    #expect(NetworkFormats.named(by: "a.onnx/c") == nil && NetworkFormats.named(by: "") == nil)
    let hint = SavingError.format(path: "a.pt", loading: false).hint ?? ""
    #expect(names.allSatisfy { hint.contains("`.\($0)`") })
    let loading = SavingError.format(path: "a.csv", loading: true).hint ?? ""
    #expect(loading.contains("`.safetensors` or `.npz`") && !loading.contains("onnx"))
  }

  /// Field 1 with 150, field 2 with "testing", and a message of field 3, as the format's own
  /// documentation encodes them.
  @Test func protocolBuffersAreAsDocumented() {
    var buffer = ProtocolBuffer()
    buffer.add(1, 150)
    buffer.add(2, "testing")
    buffer.add(3) { $0.add(1, 150) }
    buffer.add(4, Float(1))
    #expect(
      buffer.bytes == [
        0x08, 0x96, 0x01, 0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6E, 0x67, 0x1A, 0x03, 0x08,
        0x96, 0x01, 0x25, 0, 0, 0x80, 0x3F,
      ])
  }
}
