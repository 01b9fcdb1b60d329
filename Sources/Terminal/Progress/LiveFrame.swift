internal import Catalogue
internal import Reports
package import Workbench

/// The picture of a training that is watched, for a terminal of some size: how far it has come, its
/// connections, the accuracies by epoch, and how many inputs have how many connections.
package struct LiveFrame {
  /// The size of a terminal.
  package struct Size: Equatable {
    /// How many characters a row has.
    package let columns: Int
    /// How many rows there are.
    package let rows: Int

    /// So many columns and rows.
    package init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// What a chart takes besides the rows on which it draws: caption, axes and legend.
  private static let around = 6
  /// The fewest rows on which a chart says anything.
  private static let fewestRows = 5
  /// How wide a terminal must be for two charts to stand side by side.
  private static let columnsForTwo = 72

  private let progress: Progress
  private let training: WatchedTraining
  private let unicode: Bool
  private let color: Bool

  /// A picture of a training.
  package init(_ progress: Progress, _ training: WatchedTraining, unicode: Bool, color: Bool) {
    self.progress = progress
    self.training = training
    self.unicode = unicode
    self.color = color
  }

  /// The lines, of which none is as wide as the terminal and which leave a row free below them; nil
  /// where there is too little room for a chart.
  package func lines(on size: Size) -> [String]? {
    // Some terminals wrap when the last column is written to.
    let columns = size.columns - 1
    // A blank row above the charts, and the cursor's below.
    let room = size.rows - 4 - Self.around
    guard columns >= 40, room >= Self.fewestRows else { return nil }
    let isWide = columns >= Self.columnsForTwo
    // What was written before stays in sight as long as a chart can be read on half the screen.
    let rows = min(room, max(size.rows / 2 - 2, Self.fewestRows), 20)
    let charts = isWide ? training.charts : [training.accuracy]
    let renderer = TerminalRenderer(width: columns, color: color)
    let above = [
      ProgressText(progress: progress, unicode: unicode).line(columns: columns),
      DisplayWidth.fitting(training.connections, columns: columns), "",
    ]
    var lines = above + renderer.lines(of: charts, rows: rows)
    // A legend may take more than one line.
    let excess = lines.count - (size.rows - 1)
    if excess > 0, rows - excess >= Self.fewestRows {
      lines = above + renderer.lines(of: charts, rows: rows - excess)
    }
    return lines.count < size.rows ? lines : nil
  }
}
