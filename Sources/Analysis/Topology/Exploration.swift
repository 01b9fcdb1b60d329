public import Training

/// How much of what could be connected a training has tried, over all sparse layers: the exploration
/// rate of in-time over-parameterisation (ITOP; Liu, Yin, Mocanu & Pechenizkiy 2021).
public struct Exploration: Sendable, Equatable {
  /// The epoch after which, or within which, the evolution took place, counted from 1; 0 before any.
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
  /// The exploration rate at the start and after each evolution, in order; nothing in a dense network.
  /// - Throws: `AnalysisError.notFollowed` where the run was not asked to follow it.
  public func exploration() throws -> [Exploration] {
    guard settings.followsExploration, let rates = Exploration.perEvolution(evolutionRecords) else {
      throw AnalysisError.notFollowed
    }
    let layers = network.layerDensities.filter(\.isSparse)
    guard !layers.isEmpty else { return [] }
    // The number of connections never changes.
    let cells = layers.reduce(0.0) { $0 + Double($1.inputs) * Double($1.outputs) }
    let connections = layers.reduce(0) { $0 + $1.connections }
    return [Exploration(epoch: 0, share: Double(connections) / cells)] + rates
  }
}
