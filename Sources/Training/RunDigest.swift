internal import Catalogue
internal import Crypto
internal import Networks
internal import Sparse

/// The fingerprint of a run: SHA-256 over everything that must be equal when a run is repeated.
enum RunDigest {
  /// The digest of a final network and the curves that led to it, without times; numbers enter as
  /// their little-endian bytes. 64 hexadecimal digits.
  static func of(
    _ network: Network, _ epochs: [EpochRecord], _ evolutions: [EvolutionRecord]
  ) -> String {
    var hasher = SHA256()
    for layer in network.layers {
      hasher.update([Int64(layer.rows), Int64(layer.columns)])
      if let matrix = layer.weights.sparseMatrix {
        hasher.update(matrix.rowOffsets) { Int64($0) }
        hasher.update(matrix.columnIndices) { $0 }
      }
      hasher.update(layer.weights.values) { $0.bitPattern }
      for vector in [layer.bias].compactMap({ $0 }) + layer.activation.trained {
        hasher.update(vector.values) { $0.bitPattern }
      }
    }
    for record in epochs {
      hasher.update(
        [record.trainLoss, record.trainAccuracy, record.testLoss ?? .nan, record.testAccuracy]
          .map(\.bitPattern))
      // Nothing is added without validation samples, so that older digests stay.
      if let accuracy = record.validationAccuracy {
        hasher.update([record.validationLoss ?? .nan, accuracy].map(\.bitPattern))
      }
    }
    for record in evolutions {
      hasher.update(
        [record.epoch, record.layer, record.removed, record.added, record.nonzeros]
          .map { Int64($0) })
    }
    return HexText.of(hasher.finalize())
  }
}

extension SHA256 {
  /// Takes in a long array as little-endian words, piece by piece: a copy of the weights of a large
  /// network would be worth mentioning.
  fileprivate mutating func update<Number>(
    _ numbers: [Number], as word: (Number) -> some FixedWidthInteger
  ) {
    for first in stride(from: 0, to: numbers.count, by: 1 << 16) {
      update(numbers[first..<min(first + 1 << 16, numbers.count)].map(word))
    }
  }

  /// Takes in whole numbers as little-endian bytes.
  fileprivate mutating func update(_ numbers: [some FixedWidthInteger]) {
    let little = numbers.map(\.littleEndian)
    little.withUnsafeBytes { update(bufferPointer: $0) }
  }
}
