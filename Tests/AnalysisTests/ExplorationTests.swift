import Analysis
import Testing
import Training

struct ExplorationTests {
  private func record(_ epoch: Int, _ layer: Int, _ explored: Double?) -> EvolutionRecord {
    // 400 cells in the first layer, 100 in the second.
    EvolutionRecord(
      epoch: epoch, layer: layer, removed: 1, added: 1, nonzeros: layer == 1 ? 40 : 50,
      density: layer == 1 ? 0.1 : 0.5, explored: explored)
  }

  @Test func layersCountByTheirCells() throws {
    let rates = try #require(
      Exploration.perEvolution([
        record(1, 1, 0.2), record(1, 2, 0.7), record(2, 1, 0.3), record(2, 2, 1),
      ]))
    #expect(rates.map(\.epoch) == [1, 2])
    #expect(abs(rates[0].share - (0.2 * 400 + 0.7 * 100) / 500) < 1e-12)
    #expect(abs(rates[1].share - (0.3 * 400 + 100) / 500) < 1e-12)
  }

  @Test func whatWasNotFollowedIsNotGuessed() {
    #expect(Exploration.perEvolution([record(1, 1, 0.2), record(1, 2, nil)]) == nil)
    #expect(Exploration.perEvolution([])?.isEmpty == true)
  }
}
