internal import Catalogue
internal import Datasets
internal import Networks
internal import Sparse

extension SavedNetwork {
  /// The version of the names and meanings below; raised when a reader of the old could not read
  /// the new.
  static let formatVersion = "1"

  /// The arrays and texts that a file holds. For layer k: `k.indptr`, `k.indices` and `k.data` in
  /// SciPy's CSR convention, or `k.weight`, inputs × neurons; `k.bias` and the activation's trained
  /// parameters; and each one's velocity.
  func archive() -> TensorArchive {
    var archive = TensorArchive()
    for (index, layer) in network.layers.enumerated() { archive.add(layer, "\(index + 1)") }
    archive.tensors["input.mean"] = Tensor(scaling.center)
    archive.tensors["input.deviation"] = Tensor(scaling.spread)
    archive.metadata = texts()
    return archive
  }

  /// The texts that a file holds: what is known of the training, and what it takes to use the arrays.
  func texts() -> [String: String] {
    var texts = metadata
    texts["format"] = "sparsesh"
    texts["format_version"] = Self.formatVersion
    texts["shape"] = network.widths.map { "\($0)" }.joined(separator: "-")
    texts["dropout"] = NumberText.plain(network.dropout)
    texts["scaling"] = scaling.method
    texts["classes"] = TextList.encode(classNames)
    texts["features"] = TextList.encode(featureNames)
    let activations = network.layers.map { $0.activation.call.description }
    texts["activation"] = activations[0]
    texts["activations"] = TextList.encode(activations)
    texts["init"] = TextList.encode(network.layers.map(\.distribution.description))
    return texts
  }
}

extension TensorArchive {
  fileprivate mutating func add(_ layer: Layer, _ name: String) {
    switch layer.weights {
    case .sparse(let matrix):
      tensors["\(name).indptr"] = Tensor(matrix.rowOffsets.map { Int64($0) })
      tensors["\(name).indices"] = Tensor(matrix.columnIndices)
      tensors["\(name).data"] = Tensor(matrix.values)
      tensors["\(name).velocity"] = Tensor(matrix.velocity)
    case .dense(let matrix):
      let shape = [matrix.rows, matrix.columns]
      tensors["\(name).weight"] = Tensor(matrix.values, shape: shape)
      tensors["\(name).velocity"] = Tensor(matrix.velocity, shape: shape)
    }
    for vector in [layer.bias].compactMap({ $0 }) + layer.activation.trained {
      tensors["\(name).\(vector.name)"] = Tensor(vector.values)
      tensors["\(name).\(vector.name)_velocity"] = Tensor(vector.velocity)
    }
  }
}
