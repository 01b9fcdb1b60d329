/// Named arrays and named texts: what a file of either format holds.
package struct TensorArchive: Equatable {
  /// The arrays by name.
  package var tensors: [String: Tensor] = [:]
  /// The texts by name.
  package var metadata: [String: String] = [:]

  /// An archive without content.
  package init() {}
}
