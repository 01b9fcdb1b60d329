import Sparse
import Testing

@Suite struct PanelTests {
  @Test(arguments: [
    (0, 16), (1, 16), (16, 16), (17, 32), (33, 64), (128, 128), (129, 160), (500, 544),
  ])
  func rowsAreWholePairsOfVectorsApartAndAligned(capacity: Int, stride: Int) {
    let panel = Panel(features: 3, capacity: capacity)
    #expect(panel.stride == stride)
    #expect(panel.batch == capacity)
    for feature in 0..<3 { #expect(Int(bitPattern: panel.row(feature)) % 64 == 0) }
    #expect((0..<stride).allSatisfy { panel.row(2)[$0] == 0 })
  }

  @Test func numbersAreWhereTheyWerePut() {
    let panel = Panel(features: 4, capacity: 20)
    panel[2, 19] = 5
    panel[3, 0] = 6
    #expect(panel[2, 19] == 5 && panel.row(2)[19] == 5)
    #expect(panel.row(2)[panel.stride] == 6)
    panel.clear()
    #expect(panel[2, 19] == 0 && panel[3, 0] == 0)
  }

  @Test func aSmallerBatchLeavesNothingStaleInItsPadding() {
    let panel = Panel(features: 2, capacity: 64)
    for feature in 0..<2 { for sample in 0..<64 { panel[feature, sample] = 1 } }
    panel.batch = 35
    #expect(panel.padded == 48)
    for feature in 0..<2 {
      #expect((0..<35).allSatisfy { panel.row(feature)[$0] == 1 })
      #expect((35..<48).allSatisfy { panel.row(feature)[$0] == 0 })
    }
  }

  @Test func vectorsHoldNumbers() {
    let vector = Vector(count: 5)
    vector[4] = 2
    #expect(vector.array == [0, 0, 0, 0, 2])
    vector.clear()
    #expect(vector.array == [0, 0, 0, 0, 0])
  }
}
