internal import CKernels

/// What a batch's scores are worth.
public struct BatchLoss: Sendable, Equatable {
  /// The sum of the samples' losses, −log softmax(scores)[label].
  public let sum: Double
  /// How many samples have their label's score highest.
  public let correct: Int
}

extension Engine {
  /// Softmax cross-entropy of a classes × batch panel of scores against a label for each sample.
  ///
  /// `gradient`, unless nil, becomes (p − y) / batch, zero in padding columns. `predictions`,
  /// unless nil, receives the class with the highest score for each sample; the lowest wins a tie.
  /// Sums run in a fixed order, whatever the number of threads. O(classes · batch).
  /// - Precondition: a label for each sample of the batch, each 0 ..< classes; at least one class.
  public func softmaxLoss(
    _ scores: Panel, labels: [Int32], gradient: Panel? = nil,
    predictions: UnsafeMutableBufferPointer<Int32>? = nil
  ) -> BatchLoss {
    let batch = scores.batch
    precondition(scores.features > 0 && labels.count == batch)
    precondition(labels.allSatisfy { $0 >= 0 && $0 < scores.features })
    precondition(predictions.map { $0.count >= batch } ?? true)
    if let gradient {
      precondition(gradient.features == scores.features && gradient !== scores)
      gradient.batch = batch
    }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: scores.vectors) { losses in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: scores.vectors) { correct in
        let addresses = (losses.baseAddress, correct.baseAddress)
        let parts = Partition.parts(work: scores.vectors * scores.features * 8, threads: threads)
        pool.run(parts) { part in
          kernels.pointee.softmax_loss(
            scores.vectors * part / parts, scores.vectors * (part + 1) / parts, scores.features,
            batch, scores.base, scores.stride, labels, gradient?.base, gradient?.stride ?? 0,
            addresses.0, addresses.1, predictions?.baseAddress)
        }
        return BatchLoss(
          sum: losses.reduce(0, +), correct: correct.reduce(0) { $0 + Int($1) })
      }
    }
  }
}
