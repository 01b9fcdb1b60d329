extension HeatmapFilm {
  /// The film for programs: its moments, and each map at the last of them.
  public var json: JSONValue {
    [
      "kind": "film", "title": .text(title), "moments": .array(moments.map(JSONValue.text)),
      "maps": .array(stills.map(\.json)),
    ]
  }
}
