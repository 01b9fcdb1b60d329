/// A place in a source as people count it.
package struct Position: Sendable, Equatable {
  /// The line, from 1.
  package let line: Int
  /// The column in Unicode scalars, from 1.
  package let column: Int

  /// A place by line and column, both from 1.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
