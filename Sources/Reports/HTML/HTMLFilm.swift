internal import Catalogue

/// A film as an element of a page: its last moment, and controls which the script brings to light.
struct HTMLFilm {
  let text: String

  init(_ film: HeatmapFilm, number: Int) {
    let reels = film.reels.enumerated().compactMap { index, maps -> String? in
      guard let last = maps.last else { return nil }
      let drawing = HeatmapDrawing(last, number: number + index)
      let readout = HeatmapReadout(drawing, moments: maps).json
      return HTMLFigure.figure(
        last.title, HTMLFigure.plot(drawing.inline, kind: "grid", readout))
    }
    let end = film.moments.count - 1
    let moment = Markup.escaped(film.moments[end])
    let controls = """
      <div class="controls" hidden>
      <button type="button">Play</button>
      <input type="range" id="film\(number)" min="0" max="\(end)" step="1" value="\(end)">
      <label for="film\(number)">\(moment)</label>
      </div>
      <p class="note still">\(moment)</p>
      """
    let moments = HTMLFigure.data(.array(film.moments.map(JSONValue.text)))
    text = HTMLFigure.figure(
      film.title,
      "\(controls)\n<div class=\"reels\">\n\(reels.joined(separator: "\n"))\n</div>\n\(moments)",
      kind: " class=\"film\"")
  }
}
