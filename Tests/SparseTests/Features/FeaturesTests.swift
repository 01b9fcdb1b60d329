import Sparse
import Testing

@Suite struct FeaturesTests {
  /// Every byte in each of three columns, and how the columns are scaled.
  private let bytes = (0..<256).flatMap { byte in [byte, 255 - byte, byte * 7 % 256] }
    .map { UInt8($0) }
  private let center: [Double] = [33.318_420_410_156_25, 0.000_012_5, 255]
  private let factor = [1 / Double(Float(78.567_5)), 1 / Double(Float(0.003)), 0]

  /// What scaling does to floats.
  private func scaled(_ values: [UInt8]) -> [Float] {
    values.enumerated().map { index, value in
      Float((Double(Float(value)) - center[index % 3]) * factor[index % 3])
    }
  }

  @Test func bytesAreKeptWhereAllValuesAreBytes() {
    #expect(Features(compacting: [0, 1, 254, 255], width: 2).areBytes)
    for other: Float in [-1, 256, 0.5, -0.0, .nan, .infinity, 1e30] {
      let features = Features(compacting: [0, 1, other, 255], width: 2)
      #expect(!features.areBytes)
      #expect(features[1, 0].bitPattern == other.bitPattern)
    }
  }

  @Test func bothKindsAreReadAlike() {
    let kept = Features(bytes: bytes, width: 3)
    let floats = Features(bytes.map { Float($0) }, width: 3)
    #expect(kept.count == 256 && floats.count == 256)
    #expect(kept == floats && floats == kept)
    #expect(kept.values == floats.values)
    #expect(kept.row(9) == [9, 246, 63] && kept[9, 1] == 246)
    var rows: [[Float]] = []
    kept.forEachRow { rows.append(Array($0)) }
    #expect(rows == (0..<256).map { floats.row($0) })
    #expect(kept.selecting([200, 3]) == floats.selecting([200, 3]))
    #expect(kept.selecting([200, 3]).areBytes)
    #expect(kept != Features(bytes: bytes, width: 1))
    #expect(kept != Features(bytes: Array(bytes.dropLast(3)), width: 3))
  }

  @Test func aByteTakesAQuarterOfAFloat() {
    let bytes = [UInt8](repeating: 1, count: 784_000)
    #expect(Features(bytes: bytes, width: 784).memory == 784_000 + 16 * 784)
    #expect(Features(bytes.map { Float($0) }, width: 784).memory == 4 * 784_000)
  }

  @Test func scaledBytesHaveTheBitsOfScaledFloats() throws {
    let features = try #require(
      Features(bytes: bytes, width: 3).scalingBytes(center: center, factor: factor))
    #expect(features.values.map(\.bitPattern) == scaled(bytes).map(\.bitPattern))
    #expect(
      (0..<256).flatMap { features.row($0) }.map(\.bitPattern)
        == scaled(bytes).map(\.bitPattern))
    #expect(features.selecting([7]).row(0) == features.row(7))
  }

  @Test func whatCannotStayBytesIsLeftToFloats() throws {
    let bytes = Features(bytes: bytes, width: 3)
    let scaled = try #require(bytes.scalingBytes(center: center, factor: factor))
    #expect(scaled.scalingBytes(center: center, factor: factor) == nil)
    #expect(bytes.scalingBytes(center: center, factor: [1, 1e300, 1]) == nil)
    #expect(Features([0.5], width: 1).scalingBytes(center: [0], factor: [1]) == nil)
  }

  @Test(arguments: [1, 3]) func chosenSamplesAreChangedOnTheWay(threads: Int) throws {
    let kept = try #require(
      Features(bytes: bytes, width: 3).scalingBytes(center: center, factor: factor))
    let order = (0..<1000).map { $0 * 7 % 256 }
    for features in [kept, Features(kept.values, width: 3)] {
      let turned = features.selecting([9, 9] + order[...], on: Engine(threads: threads)) {
        position, from, to in
        #expect(Array(from) == Array(bytes[3 * position..<3 * position + 3]))
        for place in 0..<3 { to[place] = position == 9 ? 0 : from[place] }
      } floats: { position, from, to in
        for place in 0..<3 { to[place] = position == 9 ? kept[0, place] : from[place] }
      }
      #expect(turned.areBytes == features.areBytes && turned.count == 1002)
      let zeros =
        features.areBytes
        ? Features(bytes: [0, 0, 0], width: 3)
          .scalingBytes(center: center, factor: factor)?.row(0) : kept.row(0)
      #expect(turned.row(0) == zeros && turned.row(1) == zeros)
      for (place, position) in order.enumerated() where position != 9 {
        #expect(turned.row(place + 2) == features.row(position))
      }
    }
  }

  @Test func aClearedFeatureIsZeroAndNothingElseIsTouched() throws {
    let kept = try #require(
      Features(bytes: bytes, width: 3).scalingBytes(center: center, factor: factor))
    for features in [kept, Features(scaled(bytes), width: 3)] {
      var cleared = features
      cleared.clear(0)
      for sample in 0..<256 {
        #expect(cleared[sample, 0].bitPattern == 0)
        #expect(cleared[sample, 1] == features[sample, 1])
      }
    }
  }

  /// Ragged widths and batches, in parts and alone, under every set: the bits of floats scaled
  /// beforehand.
  @Test(
    arguments: InstructionSet.available,
    [(1, 1), (3, 130), (15, 17), (16, 16), (37, 50), (100, 31), (784, 100)])
  func gatheredBytesHaveTheBitsOfScaledFloats(
    set: InstructionSet, shape: (width: Int, batch: Int)
  ) throws {
    let (width, batch) = shape
    var stream = RandomStream(seed: 1, purpose: .test)
    let bytes = (0..<60 * width).map { _ in UInt8(truncatingIfNeeded: stream.nextWord()) }
    let scaled = try #require(
      Features(bytes: bytes, width: width).scalingBytes(
        center: (0..<width).map { _ in Double(stream.uniform(0, 255)) },
        factor: (0..<width).map { _ in 1 / Double(stream.uniform(0, 100)) }))
    let floats = Features(scaled.values, width: width)
    let order = (0..<batch).map { $0 * 17 % 60 }[...]
    for threads in [1, 3] {
      let engine = Engine(threads: threads, instructionSet: set)
      let panels = [scaled, floats].map { features in
        let panel = Panel(features: width, capacity: 130)
        for row in 0..<width { for sample in 0..<130 { panel[row, sample] = -1 } }
        engine.gather(features, indices: order, into: panel)
        return (0..<width).flatMap { row in
          (0..<panel.padded).map { panel.row(row)[$0].bitPattern }
        }
      }
      #expect(panels[0] == panels[1])
    }
  }
}
