public import Training

/// How much of a network one evolution replaced.
public struct Churn: Sendable, Equatable {
  /// The epoch after which it took place, counted from 1.
  public let epoch: Int
  /// How many connections went, over all layers that evolve.
  public let removed: Int
  /// How many came.
  public let added: Int
  /// How many connections those layers have.
  public let nonzeros: Int

  /// The connections that came as a share of those that are there, 0…1.
  public var share: Double { nonzeros == 0 ? 0 : Double(added) / Double(nonzeros) }

  /// The churn of an evolution.
  public init(epoch: Int, removed: Int, added: Int, nonzeros: Int) {
    self.epoch = epoch
    self.removed = removed
    self.added = added
    self.nonzeros = nonzeros
  }

  /// The churn of each evolution, its layers taken together. O(records).
  /// - Parameter records: in the order of epochs, as a run holds them.
  public static func perEvolution(_ records: [EvolutionRecord]) -> [Churn] {
    var result: [Churn] = []
    for record in records {
      var before = Churn(epoch: record.epoch, removed: 0, added: 0, nonzeros: 0)
      if let last = result.last, last.epoch == record.epoch {
        before = last
        result.removeLast()
      }
      result.append(
        Churn(
          epoch: record.epoch, removed: before.removed + record.removed,
          added: before.added + record.added, nonzeros: before.nonzeros + record.nonzeros))
    }
    return result
  }
}

extension Run {
  /// The churn of each evolution, in order.
  public var churn: [Churn] { Churn.perEvolution(evolutionRecords) }
}
