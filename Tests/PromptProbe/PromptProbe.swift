internal import Glibc
internal import Terminal
internal import Workbench

/// A prompt over a session that knows no language, for the tests of the prompt.
@main
struct PromptProbe {
  static func main() {
    let environment = probeEnvironment()
    let session = ProbeSession()
    let color = ColorChoice.auto.colors(STDOUT_FILENO, environment: environment)
    let prompt = Prompt(
      session: session, reader: Prompt.reader(for: session, color: color),
      history: History(path: HistoryPlace.file(environment: environment)),
      banner: ["probe of the prompt"])
    exit(prompt.run())
  }

  /// The variables that the prompt looks at.
  private static func probeEnvironment() -> [String: String] {
    var environment: [String: String] = [:]
    for name in ["SPARSESH_HISTORY", "XDG_STATE_HOME", "HOME", "NO_COLOR", "TERM", "LANG"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment
  }
}
