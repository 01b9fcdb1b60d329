internal import FoundationEssentials
internal import Glibc
package import Workbench

/// How the command's output looks: what the terminal can do, what the environment asks for, and
/// what the session's settings say at the moment.
package final class TerminalLook {
  /// When to use colours and whether to show progress; follows the session's settings.
  package var settings: Settings
  private let isQuiet: Bool
  private let environment = ProcessInfo.processInfo.environment

  /// The look that these options ask for.
  package init(_ options: SessionOptions) {
    settings = options.settings
    isQuiet = options.quiet
  }

  /// Whether standard output takes colours now.
  package var colors: Bool { colors(1) }

  /// The style of text now; the window may have another width than before.
  package var style: TextPresenter.TextStyle {
    var style = TextPresenter.TextStyle()
    style.width = TerminalWidth.columns(of: 1, environment: environment)
    style.wraps = isatty(1) == 1
    style.color = colors(1)
    style.errorColor = colors(2)
    style.quiet = isQuiet
    return style
  }

  /// Whether trainings show their progress now.
  package var showsProgress: Bool { settings.progress && !isQuiet }

  /// Whether standard error takes colours now.
  var errorColors: Bool { colors(2) }

  /// Whether more than ASCII can be shown.
  var usesUnicode: Bool { ProgressLocale.usesUnicode(environment) }

  /// A picture on standard error, where that is a terminal.
  func liveView() -> LiveView { LiveView(environment: environment) }

  /// A progress line on standard error, where that is a terminal.
  package func progressLine() -> ProgressLine { ProgressLine(environment: environment) }

  private func colors(_ descriptor: Int32) -> Bool {
    (ColorChoice(rawValue: settings.color) ?? .auto).colors(descriptor, environment: environment)
  }
}
