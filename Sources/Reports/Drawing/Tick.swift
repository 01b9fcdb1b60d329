/// A mark on an axis.
package struct Tick: Equatable {
  /// The value marked.
  package let value: Double
  /// How it reads.
  package let label: String
}
