import Analysis
import Testing
import Training

struct ChurnTests {
  private func record(_ epoch: Int, _ layer: Int, _ changed: Int, of nonzeros: Int)
    -> EvolutionRecord
  {
    EvolutionRecord(
      epoch: epoch, layer: layer, removed: changed, added: changed, nonzeros: nonzeros, density: 0.1
    )
  }

  @Test func layersOfOneEpochAreTakenTogether() {
    let churn = Churn.perEvolution([
      record(1, 1, 30, of: 100), record(1, 2, 10, of: 60), record(3, 1, 20, of: 100),
    ])
    #expect(
      churn == [
        Churn(epoch: 1, removed: 40, added: 40, nonzeros: 160),
        Churn(epoch: 3, removed: 20, added: 20, nonzeros: 100),
      ])
    #expect(churn[0].share == 0.25)
  }

  @Test func nothingEvolved() {
    #expect(Churn.perEvolution([]).isEmpty)
    #expect(Churn(epoch: 1, removed: 0, added: 0, nonzeros: 0).share == 0)
  }
}
