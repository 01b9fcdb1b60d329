/// One piece of a document.
public enum Block: Sendable, Equatable {
  /// The title of a section. Documents have one level of them.
  case heading(String)
  /// Running text; a renderer wraps it.
  case paragraph(String)
  /// Name–value pairs, shown one a line.
  case facts([Fact])
  /// A table.
  case table(Table)
  /// A chart.
  case chart(Chart)
  /// A heat map.
  case heatmap(Heatmap)
  /// Heat maps that change from moment to moment.
  case film(HeatmapFilm)
  /// A layer before and after its connections were moved.
  case topologyChange(TopologyChange)
  /// Program text, shown letter for letter.
  case code(String)
}

/// A name–value pair: `parameters: 138,340`.
public struct Fact: Sendable, Equatable {
  /// What the value is.
  public let name: String
  /// The value.
  public let value: Cell
  /// A remark that belongs to the value, such as where it was measured.
  public let note: String?

  /// A named value, with a remark where one is needed.
  public init(_ name: String, _ value: Cell, note: String? = nil) {
    self.name = name
    self.value = value
    self.note = note
  }
}
