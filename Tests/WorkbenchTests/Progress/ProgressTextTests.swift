import Catalogue
import Testing
import Workbench

struct ProgressTextTests {
  private let progress = Progress(
    name: "first", epoch: 37, epochs: 250, loss: 0.43121, trainAccuracy: 0.8812,
    testAccuracy: 0.9123, secondsLeft: 2.1)

  private func line(_ progress: Progress, _ columns: Int, unicode: Bool = true) -> String {
    ProgressText(progress: progress, unicode: unicode).line(columns: columns)
  }

  @Test func `the bar can be left to something else`() {
    let line = ProgressText(progress: progress, unicode: true).line(columns: 100, hasBar: false)
    #expect(line == "first  epoch 37/250  loss 0.4312  train 88.1%  test 91.2%  2.1 s left")
  }

  @Test func `a wide line shows everything`() {
    #expect(
      line(progress, 100)
        == "first  epoch 37/250  ▕██░░░░░░░░░░░░░░░░░░▏  loss 0.4312  train 88.1%  test 91.2%  2.1 s left"
    )
  }

  @Test func `validation stands before the test and goes before it`() {
    var progress = progress
    progress.validationAccuracy = 0.9049
    #expect(line(progress, 120).contains("  train 88.1%  validation 90.5%  test 91.2%  "))
    #expect(line(progress, 51) == "first  epoch 37/250  validation 90.5%  test 91.2%")
    #expect(line(progress, 40) == "first  epoch 37/250  test 91.2%")
  }

  @Test func `without Unicode the bar is ASCII`() {
    #expect(line(progress, 90, unicode: false).contains("  [##...............]  "))
    #expect(line(progress, 90, unicode: false).utf8.allSatisfy { $0 < 128 })
  }

  @Test func `what tells least is left out first`() {
    #expect(line(progress, 65) == "first  epoch 37/250  loss 0.4312  test 91.2%  2.1 s left")
    #expect(line(progress, 46) == "first  epoch 37/250  loss 0.4312  test 91.2%")
    #expect(line(progress, 33) == "first  epoch 37/250  test 91.2%")
    #expect(line(progress, 20) == "first  epoch 37/250")
    #expect(line(progress, 10) == "first  ep…")
  }

  @Test(arguments: 0...120)
  func `no line is wider than asked`(_ columns: Int) {
    #expect(DisplayWidth.of(line(progress, columns)) <= columns)
  }

  @Test(arguments: [
    (0.04, "0.0 s"), (9.94, "9.9 s"), (10, "10 s"), (59.4, "59 s"), (59.6, "1 min 0 s"),
    (3599, "59 min 59 s"), (3600, "1 h 0 min"), (86_399, "23 h 59 min"), (-1, "0.0 s"),
    (.infinity, "over 100 h"), (.nan, "over 100 h"), (1e300, "over 100 h"),
  ])
  func `times are read at a glance`(_ seconds: Double, _ text: String) {
    let progress = Progress(name: "r", epoch: 1, epochs: 2, secondsLeft: seconds)
    #expect(line(progress, 30) == "r  epoch 1/2  \(text) left")
  }

  @Test func `numbers beyond reason are shown as they are`() {
    let wild = Progress(
      name: "r", epoch: 9, epochs: 0, loss: .nan, trainAccuracy: .infinity, testAccuracy: -1)
    #expect(
      line(wild, 52, unicode: false)
        == "r  epoch 9/0  loss nan  train inf%  test -100.0%")
    #expect(line(wild, 60, unicode: false).contains("[########]"))
  }
}
