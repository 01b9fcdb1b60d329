internal import Catalogue

/// Samples as a sparse text gives them: of each the positions that are not 0.
struct SparseRows {
  /// The file they are from.
  let path: String
  /// Where each sample's entries start, and where the last one's end.
  private(set) var starts = [0]
  /// The position of each entry, as the file counts.
  private(set) var indices: [Int] = []
  /// The value of each entry.
  private(set) var values: [Float] = []

  /// No samples yet.
  init(path: String) { self.path = path }

  /// The number of samples.
  var count: Int { starts.count - 1 }
  /// The lowest and highest position of all entries; nil without entries.
  private(set) var bounds: ClosedRange<Int>?

  /// Adds an entry to the sample that is being read. O(1).
  mutating func add(_ index: Int, _ value: Float) {
    indices.append(index)
    values.append(value)
    bounds = min(bounds?.lowerBound ?? index, index)...max(bounds?.upperBound ?? index, index)
  }

  /// Ends the sample that is being read.
  mutating func endRow() { starts.append(indices.count) }

  /// The samples with `width` features each, of which positions count from `base`.
  /// O(count · width).
  /// - Precondition: all positions are within `base ..< base + width`.
  /// - Throws: `DataError` (E0605) for more than memory holds.
  func dense(width: Int, base: Int) throws(DataError) -> [Float] {
    guard MemoryLimit.holds(samples: count, width: width) else {
      throw DataFile.tooLarge(path, samples: count, width: width)
    }
    var features = [Float](repeating: 0, count: count * width)
    for row in 0..<count {
      for entry in starts[row]..<starts[row + 1] {
        features[row * width + indices[entry] - base] = values[entry]
      }
    }
    return features
  }
}
