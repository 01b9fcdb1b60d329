import Benchmarks
import Testing

struct RooflineTests {
  @Test func `arithmetic bounds what is intense, the way to the data what is not`() {
    let roofline = Roofline(peak: 100, level: "L2", bandwidth: 80)
    #expect(roofline.bound(intensity: 0.5) == 40)
    #expect(roofline.bound(intensity: 1) == 80)
    #expect(roofline.bound(intensity: 2) == 100)
  }

  @Test func `the fused backward pass does twice as much with what it reads`() {
    // A connection reads 4 bytes a sample: for one multiply–add forward, for two backward.
    #expect(LayerPass.forward.intensity == 0.5)
    #expect(LayerPass.update.intensity == 0.5)
    #expect(LayerPass.backward.intensity == 1)
    #expect(LayerPass.allCases.map(\.flops) == [2, 4, 2])
  }

  @Test func `dense wins where the lines cross`() {
    let points = [(density: 0.1, seconds: 1.0), (0.2, 2.0), (0.5, 5.0)]
    func crossing(_ dense: Double) -> Double? { Crossover.density(points, dense: dense) }
    #expect(crossing(6) == nil)
    #expect(crossing(5) == nil)
    #expect(abs((crossing(3.5) ?? 0) - 0.35) < 1e-12)
    #expect(crossing(2) == 0.2)
    #expect(crossing(0.5) == 0.1)
    #expect(Crossover.density([], dense: 1) == nil)
  }
}
