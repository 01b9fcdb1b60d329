/// A stretch of a source.
package struct Span: Sendable {
  /// The source it lies in.
  package let source: Source
  /// The byte offsets it covers; empty at a place between characters.
  package let range: Range<Int>

  /// A stretch of `source`.
  package init(_ source: Source, _ range: Range<Int>) {
    self.source = source
    self.range = range
  }

  /// The text it covers.
  package var text: String { source.text(range) }

  /// Where it begins.
  package var start: Position { source.position(at: range.lowerBound) }

  /// Where it ends: the first place after it.
  package var end: Position { source.position(at: range.upperBound) }

  /// The smallest span over both, which must lie in one source.
  package func joined(_ other: Span) -> Span {
    precondition(source === other.source)
    return Span(
      source,
      min(range.lowerBound, other.range.lowerBound)..<max(range.upperBound, other.range.upperBound))
  }
}
