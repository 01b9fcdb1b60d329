/// A file that holds arrays under names.
protocol NamedArrays {
  /// The file's path.
  var path: String { get }
  /// The names of the arrays that could be samples or labels, ascending.
  var names: [String] { get }
  /// The array of a name among `names`, row-major.
  /// - Throws: `DataError` for what is damaged, or neither numbers nor texts.
  func array(_ name: String) throws(DataError) -> SampleArray
}
