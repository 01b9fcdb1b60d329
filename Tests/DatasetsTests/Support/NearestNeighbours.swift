import Sparse
import Datasets

/// The plain k-nearest-neighbours classifier, for judging how hard a set is.
struct NearestNeighbours {
  let neighbours: Int
  let columns: [Int]

  init(_ neighbours: Int, columns: [Int]) {
    self.neighbours = neighbours
    self.columns = columns
  }

  /// The share of test samples it gets right, looking at one in `every`.
  func accuracy(_ data: Dataset, every: Int = 1) -> Double {
    let train = rows(data.train, stride(from: 0, to: data.train.count, by: 1))
    let positions = stride(from: 0, to: data.test.count, by: every)
    let test = rows(data.test, positions)
    var right = 0
    for (row, position) in positions.enumerated() {
      let guess = classify(test, row, train, data.train.labels, data.classes)
      if guess == data.test.labels[position] { right += 1 }
    }
    return Double(right) / Double(positions.underestimatedCount)
  }

  /// The correlation of a feature with the class index.
  static func correlation(_ samples: Samples, _ column: Int) -> Double {
    let count = Double(samples.count)
    let values = (0..<samples.count).map { Double(samples.features[$0, column]) }
    let labels = samples.labels.map(Double.init)
    let (a, b) = (values.reduce(0, +) / count, labels.reduce(0, +) / count)
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (value, label) in zip(values, labels) {
      ab += (value - a) * (label - b)
      aa += (value - a) * (value - a)
      bb += (label - b) * (label - b)
    }
    return ab / (aa * bb).squareRoot()
  }

  private func classify(
    _ test: [Float], _ row: Int, _ train: [Float], _ labels: [Int32], _ classes: Int
  ) -> Int32 {
    let width = columns.count
    var nearest: [(distance: Float, label: Int32)] = []
    test.withUnsafeBufferPointer { test in
      train.withUnsafeBufferPointer { train in
        for other in labels.indices {
          var distance: Float = 0
          for column in 0..<width {
            let gap = test[row * width + column] - train[other * width + column]
            distance += gap * gap
          }
          if nearest.count < neighbours || distance < nearest[neighbours - 1].distance {
            let place = nearest.firstIndex { distance < $0.distance } ?? nearest.count
            nearest.insert((distance, labels[other]), at: place)
            if nearest.count > neighbours { nearest.removeLast() }
          }
        }
      }
    }
    var votes = [Int](repeating: 0, count: classes)
    for neighbour in nearest { votes[Int(neighbour.label)] += 1 }
    return Int32(votes.indices.max { votes[$0] < votes[$1] } ?? 0)
  }

  private func rows(_ samples: Samples, _ positions: StrideTo<Int>) -> [Float] {
    positions.flatMap { row in columns.map { samples.features[row, $0] } }
  }
}
