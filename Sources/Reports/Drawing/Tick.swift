/// A mark on an axis.
struct Tick: Equatable {
  /// The value marked.
  let value: Double
  /// How it reads.
  let label: String
}
