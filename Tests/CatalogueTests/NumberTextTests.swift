import Catalogue
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (42.0, "42"), (0.3, "0.3"), (-0.0, "0"), (1e17, "1e+17"), (0x1p53, "9007199254740992"),
    (1e14, "100000000000000"),
    (.nan, "nan"), (-.infinity, "-inf"), (1e-5, "1e-05"),
  ])
  func `plain numbers read back as themselves`(value: Double, text: String) {
    #expect(NumberText.plain(value) == text)
    if value.isFinite { #expect(Double(text) == value) }
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (138_340, "138,340"), (-1_234_567, "-1,234,567"),
  ])
  func `counts have commas`(value: Int, text: String) {
    #expect(NumberText.count(value) == text)
  }

  @Test func `the smallest integer has no positive twin, and still prints`() {
    #expect(NumberText.count(.min) == "-9,223,372,036,854,775,808")
  }

  @Test(arguments: [
    (0.95446, 1, "95.4%"), (0.95450001, 1, "95.5%"), (1.0, 0, "100%"), (0.0004, 1, "0.0%"),
  ])
  func `percents are rounded`(value: Double, decimals: Int, text: String) {
    #expect(NumberText.percent(value, decimals) == text)
  }

  @Test(arguments: [
    (0.314, "0.31 s"), (3.14, "3.1 s"), (59.4, "59 s"), (200.0, "3 min 20 s"),
    (7500.0, "2 h 5 min"),
    (.nan, "?"), (-1.0, "?"), (1e300, "?"),
  ])
  func `times are said as people do`(seconds: Double, text: String) {
    #expect(NumberText.time(seconds) == text)
  }

  @Test func `fixed digits keep their zeros, and a rounded nothing has no sign`() {
    #expect(NumberText.fixed(1.05, 3) == "1.050")
    #expect(NumberText.fixed(-0.0001, 2) == "0.00")
    #expect(NumberText.fixed(-12.5, 0) == "-13")
    #expect(NumberText.fixed(1e300, 2) == "1e+300")
  }
}
