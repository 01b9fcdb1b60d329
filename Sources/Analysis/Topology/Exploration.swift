public import Training

/// How much of what could be connected a training has tried, over all sparse layers: the exploration
/// rate of in-time over-parameterisation (ITOP; Liu, Yin, Mocanu & Pechenizkiy 2021).
public struct Exploration: Sendable, Equatable {
  /// The epoch after which, or within which, the evolution took place, counted from 1.
  public let epoch: Int
  /// The share of cells that held a connection at some time so far, 0…1.
  public let share: Double

  /// The rate after an evolution.
  public init(epoch: Int, share: Double) {
    self.epoch = epoch
    self.share = share
  }

  /// The rate after each evolution, layers counting by their cells; nil where a record says nothing of
  /// it. O(records).
  /// - Parameter records: in order, as a run holds them.
  public static func perEvolution(_ records: [EvolutionRecord]) -> [Exploration]? {
    var rates: [Exploration] = []
    for records in Churn.evolutions(of: records) {
      var (explored, cells) = (0.0, 0.0)
      for record in records {
        guard let share = record.explored else { return nil }
        let own = record.density > 0 ? Double(record.nonzeros) / record.density : 0
        explored += share * own
        cells += own
      }
      rates.append(
        Exploration(epoch: records[0].epoch, share: cells > 0 ? explored / cells : 0))
    }
    return rates
  }
}

extension Run {
  /// The exploration rate after each evolution, in order.
  /// - Throws: `AnalysisError.notFollowed` where the run was not asked to follow it.
  public func exploration() throws -> [Exploration] {
    guard settings.followsExploration, let rates = Exploration.perEvolution(evolutionRecords) else {
      throw AnalysisError.notFollowed
    }
    return rates
  }
}
