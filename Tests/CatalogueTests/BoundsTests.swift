import Catalogue
import Testing

@Suite struct BoundsTests {
  @Test func `ends are open or closed as said`() {
    #expect(Bounds.positive.contains(1e-300))
    #expect(!Bounds.positive.contains(0))
    #expect(Bounds.nonNegative.contains(0))
    #expect(Bounds.unit.contains(1))
    #expect(!Bounds.from(0, below: 1).contains(1))
    #expect(!Bounds.above(0, upTo: 1).contains(0))
    #expect(Bounds.above(0, upTo: 1).contains(1))
  }

  @Test func `nothing holds a value that is not finite`() {
    for value in [Double.nan, .infinity, -.infinity] { #expect(!Bounds.any.contains(value)) }
  }

  @Test func `words follow the ends`() {
    #expect(Bounds.from(1).phrase == " from 1")
    #expect(Bounds.from(0, below: 1).percentPhrase == " from 0% to below 100%")
    #expect(Bounds.any.phrase == "")
  }
}
