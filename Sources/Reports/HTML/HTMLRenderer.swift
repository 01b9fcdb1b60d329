internal import Catalogue

/// Writes a document as one HTML file that needs nothing beside it: style sheet, drawings and a small script
/// are inside, and a policy in its head forbids it to load anything. It follows the reader's choice of light
/// or dark. Without the script everything can be read; with it values show under a pointer, tables can be
/// sorted, and films play.
public struct HTMLRenderer: Renderer {
  /// A renderer.
  public init() {}

  /// The whole page.
  public func render(_ document: Document) -> String {
    let title = Markup.escaped(document.title.isEmpty ? "Report" : document.title)
    let policy = ContentPolicy.directives(script: PageScript.text)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>\(StyleSheet.text)</style>
      </head>
      <body>
      <a class="skip" href="#report">Skip to the report</a>
      <header><h1>\(title)</h1>\(contents(document))</header>
      <main id="report" tabindex="-1">
      \(body(of: document))
      </main>
      <footer>Made with sparsesh.</footer>
      <script>\(PageScript.text)</script>
      </body>
      </html>

      """
  }

  /// The document as an element to stand within a page of another's making, such as a notebook's, with
  /// a style sheet that touches nothing else on the page, and without a script.
  /// - Parameter chartsBefore: How many charts and heat maps the page has already, which sets the names
  ///   inside drawings apart.
  public func fragment(_ document: Document, chartsBefore: Int = 0) -> String {
    var charts = chartsBefore + 1
    var parts = document.title.isEmpty ? [] : ["<h3>\(Markup.escaped(document.title))</h3>"]
    for block in document.blocks {
      if case .heading(let text) = block {
        parts.append("<h4>\(Markup.escaped(text))</h4>")
      } else {
        parts.append(render(block, chartNumber: charts))
      }
      charts += block.drawingCount
    }
    return """
      <div class="\(StyleSheet.fragmentClass)">
      <style>
      \(StyleSheet.fragment)
      </style>
      \(parts.joined(separator: "\n"))
      </div>

      """
  }

  /// One block as an element of a page, without the page's style sheet and script.
  /// - Parameter chartNumber: sets the names inside a drawing apart from those of others.
  public func render(_ block: Block, chartNumber: Int = 1) -> String {
    render(block, chartNumber, isPage: false)
  }

  /// The places to go to, where there are several.
  private func contents(_ document: Document) -> String {
    let headings = document.blocks.compactMap { block -> String? in
      if case .heading(let text) = block { Markup.escaped(text) } else { nil }
    }
    guard headings.count > 2 else { return "" }
    let places = headings.enumerated().map { "<li><a href=\"#part\($0 + 1)\">\($1)</a></li>" }
    return "\n<nav aria-label=\"Contents\"><ul>\(places.joined())</ul></nav>"
  }

  private func body(of document: Document) -> String {
    var (drawings, headings) = (1, 0)
    return document.blocks.map { block -> String in
      defer { drawings += block.drawingCount }
      if case .heading(let text) = block {
        headings += 1
        return "<h2 id=\"part\(headings)\">\(Markup.escaped(text))</h2>"
      }
      return render(block, drawings, isPage: true)
    }.joined(separator: "\n")
  }

  private func render(_ block: Block, _ number: Int, isPage: Bool) -> String {
    switch block {
    case .heading(let text): "<h2>\(Markup.escaped(text))</h2>"
    case .paragraph(let text): "<p>\(Markup.escaped(text))</p>"
    case .code(let text):
      "<pre\(isPage ? " tabindex=\"0\"" : "")><code>\(Markup.escaped(text))</code></pre>"
    case .facts(let facts): render(facts)
    case .table(let table): HTMLTable(table, isPage: isPage).text
    case .chart(let chart): HTMLFigure(chart, number: number, isPage: isPage).text
    case .heatmap(let map): HTMLFigure(map, number: number, isPage: isPage).text
    case .film(let film):
      isPage
        ? HTMLFilm(film, number: number).text
        : film.stills.enumerated().map {
          HTMLFigure($1, number: number + $0, isPage: false).text
        }.joined(separator: "\n")
    case .topologyChange(let change): HTMLFigure(change, number: number).text
    }
  }

  private func render(_ facts: [Fact]) -> String {
    let rows = facts.map { fact in
      let note = fact.note.map { " <small>(\(Markup.escaped($0)))</small>" } ?? ""
      return "<dt>\(Markup.escaped(fact.name))</dt>"
        + "<dd>\(Markup.escaped(fact.value.reading))\(note)</dd>"
    }
    return "<dl>\n\(rows.joined(separator: "\n"))\n</dl>"
  }
}
