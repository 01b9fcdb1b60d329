internal import Catalogue

/// Writes a document as one HTML file that needs nothing beside it: style sheet and drawings are
/// inside, nothing is loaded, no script runs. It follows the reader's choice of light or dark.
public struct HTMLRenderer: Renderer {
  /// A renderer.
  public init() {}

  /// The whole page.
  public func render(_ document: Document) -> String {
    let title = Markup.escaped(document.title.isEmpty ? "Report" : document.title)
    var charts = 0
    let body = document.blocks.map { block -> String in
      if block.isDrawing { charts += 1 }
      return render(block, chartNumber: charts)
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(StyleSheet.text)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(body.joined(separator: "\n"))
      <footer>Made with sparsesh.</footer>
      </main>
      </body>
      </html>

      """
  }

  /// The document as an element to stand within a page of another's making, such as a notebook's, with
  /// a style sheet that touches nothing else on the page.
  /// - Parameter chartsBefore: How many charts and heat maps the page has already, which sets the names
  ///   inside drawings apart.
  public func fragment(_ document: Document, chartsBefore: Int = 0) -> String {
    var charts = chartsBefore
    var parts = document.title.isEmpty ? [] : ["<h3>\(Markup.escaped(document.title))</h3>"]
    for block in document.blocks {
      if block.isDrawing { charts += 1 }
      if case .heading(let text) = block {
        parts.append("<h4>\(Markup.escaped(text))</h4>")
      } else {
        parts.append(render(block, chartNumber: charts))
      }
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

  /// One block as an element of a page, without the page's style sheet.
  /// - Parameter chartNumber: sets the names inside a drawing apart from those of others.
  public func render(_ block: Block, chartNumber: Int = 1) -> String {
    switch block {
    case .heading(let text): "<h2>\(Markup.escaped(text))</h2>"
    case .paragraph(let text): "<p>\(Markup.escaped(text))</p>"
    case .code(let text): "<pre><code>\(Markup.escaped(text))</code></pre>"
    case .facts(let facts): render(facts)
    case .table(let table): render(table)
    case .chart(let chart): render(chart, number: chartNumber)
    case .heatmap(let map):
      figure(map.title, HeatmapDrawing(map, number: chartNumber).inline)
    case .topologyChange(let change):
      figure(change.title, TopologyChangeDrawing(change, number: chartNumber).inline)
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

  private func render(_ table: Table) -> String {
    func side(_ index: Int) -> String {
      table.columns[index].alignment == .trailing ? " class=\"n\"" : ""
    }
    let name = Markup.escaped(table.title.isEmpty ? "table" : table.title)
    let caption = table.title.isEmpty ? "" : "<caption>\(name)</caption>\n"
    let heads = table.columns.enumerated().map { index, column in
      "<th scope=\"col\"\(side(index))>\(Markup.escaped(column.name))</th>"
    }
    let rows = table.rows.map { row in
      let cells = row.enumerated().map { index, cell in
        let text = Markup.escaped(cell.reading)
        return index == 0
          ? "<th scope=\"row\"\(side(0))>\(text)</th>" : "<td\(side(index))>\(text)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    let note = table.note.map { "\n<p class=\"note\">\(Markup.escaped($0))</p>" } ?? ""
    return """
      <div class="scroll" role="region" aria-label="\(name)" tabindex="0">
      <table>
      \(caption)<thead><tr>\(heads.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>\(note)
      """
  }

  private func render(_ chart: Chart, number: Int) -> String {
    figure(chart.title, ChartDrawing(chart, number: number).inline + legend(chart))
  }

  private func figure(_ title: String, _ drawing: String) -> String {
    let caption = title.isEmpty ? "" : "<figcaption>\(Markup.escaped(title))</figcaption>\n"
    return "<figure>\n\(caption)\(drawing)\n</figure>"
  }

  private func legend(_ chart: Chart) -> String {
    guard chart.series.count > 1 else { return "" }
    let entries = chart.series.enumerated().map { index, series in
      let swatch = ChartDrawing.swatch(series.style, index, x: 1, y: 5, length: 26)
      return "<li><svg class=\"chart\" viewBox=\"0 0 28 10\" aria-hidden=\"true\">\(swatch)</svg>"
        + "\(Markup.escaped(series.name))</li>"
    }
    return "\n<ul class=\"legend\">\n\(entries.joined(separator: "\n"))\n</ul>"
  }
}
