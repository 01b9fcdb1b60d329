internal import Catalogue
internal import Datasets
internal import Networks
internal import Sparse

/// Makes a network of the arrays of a file, none of which are trusted.
struct NetworkReader {
  private let archive: TensorArchive
  private let path: String

  /// A reader of what the file at `path` held.
  init(_ archive: TensorArchive, path: String) {
    self.archive = archive
    self.path = path
  }

  /// The network.
  /// - Throws: `SavingError.content` for anything that `save` would not have written.
  func read() throws -> SavedNetwork {
    guard archive.metadata["format"] == "sparsesh" else { throw fault("it was not saved by us") }
    guard archive.metadata["format_version"] == SavedNetwork.formatVersion else {
      throw fault("it is of another version of the format")
    }
    let widths = try widths()
    let classes = try list("classes", count: widths[widths.count - 1])
    let features = try list("features", count: widths[0])
    let activations = try list("activations", count: widths.count - 1)
    let distributions = try list("init", count: widths.count - 1)
    let layers = try (1..<widths.count).map { index in
      try layer(
        index, rows: widths[index - 1], columns: widths[index],
        activation: activations[index - 1], distribution: distributions[index - 1])
    }
    guard let dropout = archive.metadata["dropout"].flatMap(Double.init), dropout >= 0, dropout < 1
    else { throw fault("`dropout` is no fraction") }
    return SavedNetwork(
      network: Network(layers: layers, dropout: dropout), scaling: try scaling(width: widths[0]),
      classNames: classes, featureNames: features, metadata: archive.metadata)
  }

  private func fault(_ detail: String) -> SavingError { .content(path: path, detail: detail) }

  /// The widths, each of which some array or list of the file must bear out before anything of
  /// that size is allocated.
  private func widths() throws -> [Int] {
    let parts = archive.metadata["shape"]?.split(separator: "-").map { Int($0) } ?? []
    let widths = parts.compactMap { $0 }
    guard widths.count == parts.count, widths.count >= 2,
      widths.allSatisfy({ $0 >= 1 && $0 <= Int(Int32.max) })
    else { throw fault("`shape` is no list of widths") }
    for index in 1..<widths.count {
      let rows =
        archive.tensors["\(index).indptr"].map { ($0.shape.first ?? 0) - 1 }
        ?? archive.tensors["\(index).weight"]?.shape.first
      guard rows == widths[index - 1] else {
        throw fault("the weights of layer \(index) do not fit the shape")
      }
    }
    return widths
  }

  private func list(_ name: String, count: Int) throws -> [String] {
    guard let list = archive.metadata[name].flatMap(TextList.decode), list.count == count else {
      throw fault("`\(name)` is no list of \(count) texts")
    }
    return list
  }

  private func scaling(width: Int) throws -> Scaling {
    let center = try floats("input.mean", shape: [width])
    let spread = try floats("input.deviation", shape: [width])
    guard spread.allSatisfy({ $0 >= 0 }), let method = archive.metadata["scaling"] else {
      throw fault("the scaling is not one we write")
    }
    return Scaling(method: method, center: center, spread: spread)
  }

  private func layer(
    _ index: Int, rows: Int, columns: Int, activation text: String, distribution: String
  ) throws -> Layer {
    let things = Activations.all.map { $0.about }
    guard let call = CallText.decode(text, among: things),
      var activation = try? Activations.make(call)
    else { throw fault("layer \(index) has an activation that we do not know") }
    guard let distribution = WeightDistribution(distribution) else {
      throw fault("layer \(index) has first weights of a kind we do not know")
    }
    var unused = RandomStream(seed: 0, purpose: .activation, layer: index)
    activation.prepare(neurons: columns, layer: index, stream: &unused)
    activation.trained = try activation.trained.map {
      try vector($0.name, layer: index, count: columns)
    }
    let bias =
      archive.tensors["\(index).bias"] == nil
      ? nil : try vector("bias", layer: index, count: columns)
    return Layer(
      weights: try weights(index, rows: rows, columns: columns), bias: bias,
      activation: activation, distribution: distribution)
  }

  private func vector(_ name: String, layer: Int, count: Int) throws -> TrainedVector {
    TrainedVector(
      name, values: try floats("\(layer).\(name)", shape: [count]),
      velocity: try floats("\(layer).\(name)_velocity", shape: [count]))
  }

  private func weights(_ index: Int, rows: Int, columns: Int) throws -> Weights {
    guard let offsets = archive.tensors["\(index).indptr"] else {
      let shape = [rows, columns]
      return .dense(
        DenseMatrix(
          rows: rows, columns: columns, values: try floats("\(index).weight", shape: shape),
          velocity: try floats("\(index).velocity", shape: shape)))
    }
    guard let rowOffsets = offsets.int64s?.map({ Int($0) }), offsets.shape.count == 1,
      let columnIndices = archive.tensors["\(index).indices"]?.int32s
    else { throw fault("layer \(index) lacks its topology") }
    let values = try floats("\(index).data", shape: [columnIndices.count])
    let velocity = try floats("\(index).velocity", shape: [columnIndices.count])
    do {
      return .sparse(
        try SparseMatrix.checked(
          rows: rows, columns: columns, rowOffsets: rowOffsets, columnIndices: columnIndices,
          values: values, velocity: velocity))
    } catch {
      throw fault("in layer \(index), \(error.fault)")
    }
  }

  /// Finite floats of a shape.
  private func floats(_ name: String, shape: [Int]) throws -> [Float] {
    guard let tensor = archive.tensors[name] else { throw fault("array `\(name)` is missing") }
    guard tensor.shape == shape, let values = tensor.floats else {
      throw fault("array `\(name)` is not of the shape or type that it should be")
    }
    guard values.allSatisfy(\.isFinite) else {
      throw fault("array `\(name)` holds a value that is no finite number")
    }
    return values
  }
}
