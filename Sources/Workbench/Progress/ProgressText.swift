internal import Catalogue

/// The one line that shows a `Progress`:
///
///     first  epoch 37/250  ▕██████░░░░▏  loss 0.4312  train 88.1%  test 91.2%  2.1 s left
package struct ProgressText {
  /// What is shown.
  let progress: Progress
  /// Whether blocks may be used, or ASCII alone.
  let unicode: Bool

  /// A line for a state.
  package init(progress: Progress, unicode: Bool) {
    self.progress = progress
    self.unicode = unicode
  }

  private static let widestBar = 20
  private static let narrowestBar = 6

  /// The line in at most `columns` columns, without the bar if something else shows one.
  ///
  /// What tells least is left out first: the bar, the training accuracy, the time left, the loss,
  /// the validation accuracy, the test accuracy; in the end the name is cut.
  package func line(columns: Int, hasBar: Bool = true) -> String {
    var numbers = [
      (importance: 2, text: progress.loss.map { "loss \(NumberText.fixed($0, 4))" }),
      (importance: 0, text: progress.trainAccuracy.map { "train \(percent($0))" }),
      (importance: 3, text: progress.validationAccuracy.map { "validation \(percent($0))" }),
      (importance: 4, text: progress.testAccuracy.map { "test \(percent($0))" }),
      (importance: 1, text: progress.secondsLeft.map { "\(duration($0)) left" }),
    ].compactMap { part in part.text.map { (importance: part.importance, text: $0) } }
    let start = "\(progress.name)  epoch \(progress.epoch)/\(progress.epochs)"
    while true {
      let texts = numbers.map(\.text)
      let width = DisplayWidth.of(([start] + texts).joined(separator: "  "))
      if width <= columns {
        // Two spaces before the bar, and its two ends.
        let room = min(columns - width - 4, Self.widestBar)
        let bar = hasBar && room >= Self.narrowestBar ? [self.bar(width: room)] : []
        return ([start] + bar + texts).joined(separator: "  ")
      }
      let least = numbers.indices.min { numbers[$0].importance < numbers[$1].importance }
      guard let least else { return DisplayWidth.fitting(start, columns: columns) }
      numbers.remove(at: least)
    }
  }

  private func bar(width: Int) -> String {
    let share = Double(progress.epoch) / Double(max(1, progress.epochs))
    let full = Int((min(1, max(0, share)) * Double(width)).rounded(.down))
    let (left, done, open, right) = unicode ? ("▕", "█", "░", "▏") : ("[", "#", ".", "]")
    return left + String(repeating: done, count: full)
      + String(repeating: open, count: width - full) + right
  }

  private func percent(_ share: Double) -> String { NumberText.fixed(share * 100, 1) + "%" }

  private func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 360_000 else { return "over 100 h" }
    if seconds < 10 { return NumberText.fixed(max(0, seconds), 1) + " s" }
    let whole = Int(seconds.rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
