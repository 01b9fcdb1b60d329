public import Training

/// How much of a network one evolution replaced.
public struct Churn: Sendable, Equatable {
  /// The epoch after which, or within which, it took place, counted from 1.
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
  /// - Parameter records: in order, as a run holds them.
  public static func perEvolution(_ records: [EvolutionRecord]) -> [Churn] {
    evolutions(of: records).map { records in
      Churn(
        epoch: records.first?.epoch ?? 0, removed: records.reduce(0) { $0 + $1.removed },
        added: records.reduce(0) { $0 + $1.added },
        nonzeros: records.reduce(0) { $0 + $1.nonzeros })
    }
  }

  /// The records of each evolution: of one epoch, and of layers that ascend, since a policy that evolves
  /// at steps does so several times an epoch. O(records).
  /// - Parameter records: in order, as a run holds them.
  public static func evolutions(of records: [EvolutionRecord]) -> [[EvolutionRecord]] {
    var evolutions: [[EvolutionRecord]] = []
    for record in records {
      if let last = evolutions.last?.last, last.epoch == record.epoch, last.layer < record.layer {
        evolutions[evolutions.count - 1].append(record)
      } else {
        evolutions.append([record])
      }
    }
    return evolutions
  }
}

extension Run {
  /// The churn of each evolution, in order.
  public var churn: [Churn] { Churn.perEvolution(evolutionRecords) }
}
