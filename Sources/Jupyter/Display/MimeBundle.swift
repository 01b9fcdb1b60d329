internal import Language
internal import Reports
internal import Workbench

/// A result in every form that a notebook can show, of which it takes the richest.
struct MimeBundle {
  /// As at the prompt.
  let text: String
  /// How many charts and heat maps there are in it.
  let charts: Int
  private let forms: [JSONValue.Member]

  /// The forms of a result; nil if nothing is shown of it.
  ///
  /// - Parameter chartsBefore: The number after which those of its charts and heat maps follow, which set
  ///   the names inside drawings apart.
  init?(_ result: StatementResult, chartsBefore: Int) {
    guard let text = ResultText().text(of: result) else { return nil }
    self.text = text
    var forms = [JSONValue.Member("text/plain", .text(text))]
    let document = ResultText.document(of: result)
    charts = document?.blocks.reduce(0) { $0 + $1.drawingCount } ?? 0
    if let document {
      let html = HTMLRenderer().fragment(document, chartsBefore: chartsBefore)
      forms.append(.init("text/html", .text(html)))
      // A notebook prefers HTML, which follows its colours; a drawing can be saved by itself.
      let isDrawing = charts > 0 && document.blocks.allSatisfy(\.isDrawing)
      if isDrawing, let drawing = try? SVGRenderer().render(document) {
        forms.append(.init("image/svg+xml", .text(drawing)))
      }
      if isDrawing, let drawing = try? VegaLiteRenderer().specification(of: document) {
        forms.append(.init(VegaLiteRenderer.mediaType, drawing))
      }
    }
    self.forms = forms
  }

  /// The forms by their media types.
  var json: JSONValue { .object(forms) }
}
