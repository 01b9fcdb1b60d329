import Reports
import Testing

struct CellTests {
  @Test(arguments: [
    (Cell.number(0.3125), "0.3125"), (.number(1.0 / 3), "0.3333"), (.number(12_345.678), "12,346"),
    (.number(100), "100"), (.number(2.5e-7), "2.5e-07"), (.number(1.23456e20), "1.235e+20"),
    (.number(9.9999e-8), "1e-07"), (.number(5e-324), "4.941e-324"), (.number(.nan), "–"),
    (.number(-.infinity), "−∞"), (.number(2, decimals: 3), "2.000"), (.number(-0.5), "-0.5"),
    (.percent(0.9545), "95.45%"), (.percent(0.5, decimals: 0), "50%"), (.percent(.nan), "–"),
    (.count(-1_234_567), "-1,234,567"), (.seconds(65), "1 min 5 s"), (.logic(true), "yes"),
    (.missing, "–"), (.text("a"), "a"),
  ])
  func reading(cell: Cell, text: String) {
    #expect(cell.reading == text)
  }

  @Test func programsGetTheValueItself() {
    #expect(Cell.percent(0.1).json == .number(0.1))
    #expect(Cell.count(3).json == .integer(3))
    #expect(Cell.missing.json == .null)
    #expect(Cell.seconds(1.5).number == 1.5)
    #expect(Cell.text("1").number == nil)
  }
}
