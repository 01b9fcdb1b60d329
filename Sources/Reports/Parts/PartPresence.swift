/// Where a report has a part that nobody asked for.
public enum PartPresence: Sendable {
  /// Everywhere.
  case always
  /// In files, but not in a terminal: it takes much room.
  case withRoom
  /// Nowhere: it takes time to compute.
  case onRequest
}
