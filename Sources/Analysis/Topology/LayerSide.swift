/// The ends of a layer's connections.
public enum LayerSide: String, Sendable, CaseIterable {
  /// The neurons from which they come.
  case input = "in"
  /// The neurons to which they lead.
  case output = "out"
}
