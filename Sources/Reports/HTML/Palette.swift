/// The colours of documents and drawings as style-sheet variables, for light and dark.
enum Palette {
  /// Variables for both; dark where the reader's system asks for it, and never on paper.
  static let variables = """
    :root{color-scheme:light dark;\(declarations(light, SeriesLook.light))}
    @media screen and (prefers-color-scheme:dark){:root{\(declarations(dark, SeriesLook.dark))}}
    """

  /// Variables for an element within a page of another's making, a notebook's: text and background are
  /// the page's own, and what is dark is what the page says, JupyterLab and VS Code by these marks.
  static func variables(within selector: String) -> String {
    let borrowed = [
      ("back", "transparent"), ("text", "currentColor"), ("muted", "currentColor"),
      ("line", "rgba(128,128,128,.4)"), ("soft", "rgba(128,128,128,.12)"),
    ]
    return """
      \(selector){\(declarations(borrowed, SeriesLook.light))}
      [data-jp-theme-light="false"] \(selector),.vscode-dark \(selector){\(declarations([], SeriesLook.dark))}
      """
  }

  /// How the marks of a drawing are painted.
  static let drawing: String = {
    let series = (0..<SeriesLook.colors).map {
      ".s\($0){--c:var(--s\($0))}"
    }.joined(separator: "\n")
    return """
      .chart text{font:13px system-ui,sans-serif;fill:var(--muted)}
      .chart .caption{font-weight:600;fill:var(--text)}
      .chart .grid{stroke:var(--line);stroke-width:1}
      .chart .axis{stroke:var(--muted);stroke-width:1}
      .chart .stroke{fill:none;stroke:var(--c);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
      .chart .dots{fill:none;stroke:var(--c);stroke-width:4.5;stroke-linecap:round}
      .chart .dense{stroke-width:3}
      .chart .bars{fill:var(--c);stroke:var(--back);stroke-width:.6}
      .chart .band{fill:var(--c);fill-opacity:.16}
      .chart .heat{fill:var(--s0);shape-rendering:crispEdges}
      .chart .frame{fill:none;stroke:var(--line);stroke-width:1}
      \(series)
      """
  }()

  private static let light = [
    ("back", "#ffffff"), ("text", "#1b1f24"), ("muted", "#57606a"), ("line", "#d8dee4"),
    ("soft", "#f6f8fa"),
  ]
  private static let dark = [
    ("back", "#14181d"), ("text", "#e6e9ed"), ("muted", "#a3adb8"), ("line", "#353c45"),
    ("soft", "#1d232a"),
  ]

  private static func declarations(_ base: [(String, String)], _ series: [String]) -> String {
    (base.map { "--\($0.0):\($0.1)" } + series.enumerated().map { "--s\($0):\($1)" })
      .joined(separator: ";")
  }
}
