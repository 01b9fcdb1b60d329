internal import Catalogue
internal import Datasets
internal import Networks
internal import Sparse

/// Makes a network of the arrays of a file, none of which are trusted.
///
/// What `save` wrote says so in its text `format` and is complete. What another program wrote has the
/// weights and says the activation; the rest has defaults.
struct NetworkReader {
  private let archive: CheckedArchive

  /// A reader of what the file at `path` held.
  init(_ archive: TensorArchive, path: String) {
    self.archive = CheckedArchive(archive, path: path)
  }

  /// Whether the file says that it was saved by us.
  private var isOwn: Bool { archive.texts["format"] != nil }

  /// The network.
  /// - Throws: `SavingError.content` for anything that makes up none.
  func read() throws -> SavedNetwork {
    if isOwn {
      guard archive.texts["format"] == "sparsesh" else {
        throw archive.fault("it was not saved by us")
      }
      guard archive.texts["format_version"] == SavedNetwork.formatVersion else {
        throw archive.fault("it is of another version of the format")
      }
    }
    let widths = try LayerWidths(archive).widths
    let count = widths.count - 1
    let classes = try archive.list("classes", count: widths[count]) { isOwn ? nil : "\($0)" }
    let features = try archive.list("features", count: widths[0]) { isOwn ? nil : "x\($0)" }
    let distributions = try archive.list("init", count: count) { _ in isOwn ? nil : "zeros" }
    let activations = try activations(of: count)
    let layers = try (1...count).map { index in
      try layer(
        index, rows: widths[index - 1], columns: widths[index],
        activation: activations[index - 1], distribution: distributions[index - 1])
    }
    return SavedNetwork(
      network: Network(layers: layers, dropout: try dropout()),
      scaling: try scaling(width: widths[0]), classNames: classes, featureNames: features,
      metadata: archive.texts)
  }

  /// The activations of all layers. In a file that does not list them the output layer is linear, and
  /// the hidden ones are what `activation` says, or what their parameters are those of.
  private func activations(of count: Int) throws -> [String] {
    if isOwn || archive.texts["activations"] != nil {
      return try archive.list("activations", count: count) { _ in nil }
    }
    let hidden = try (1..<count).map { layer in
      let trained = archive.has("\(layer).t_left") ? SRelu.about.name : nil
      guard let activation = archive.texts["activation"] ?? trained else {
        throw archive.fault("the text `activation` is missing")
      }
      return activation
    }
    return hidden + [Linear.about.name]
  }

  private func dropout() throws -> Double {
    guard let text = archive.texts["dropout"] ?? (isOwn ? nil : "0"),
      let dropout = Double(text), dropout >= 0, dropout < 1
    else { throw archive.fault("`dropout` is no fraction") }
    return dropout
  }

  private func scaling(width: Int) throws -> Scaling {
    if !isOwn, !archive.has("input.mean"), !archive.has("input.deviation") {
      return .identity(width: width)
    }
    let center = try archive.floats("input.mean", shape: [width])
    let spread = try archive.floats("input.deviation", shape: [width])
    guard spread.allSatisfy({ $0 >= 0 }),
      let method = archive.texts["scaling"] ?? (isOwn ? nil : StandardScaling.about.name)
    else { throw archive.fault("the scaling is not one we write") }
    return Scaling(method: method, center: center, spread: spread)
  }

  private func layer(
    _ index: Int, rows: Int, columns: Int, activation text: String, distribution: String
  ) throws -> Layer {
    let things = Activations.all.map { $0.about }
    guard let call = CallText.decode(text, among: things),
      var activation = try? Activations.make(call)
    else { throw archive.fault("layer \(index) has an activation that we do not know") }
    guard let distribution = WeightDistribution(distribution) else {
      throw archive.fault("layer \(index) has first weights of a kind we do not know")
    }
    let weights = try weights(index, rows: rows, columns: columns)
    let bias =
      archive.has("\(index).bias") ? try vector("bias", layer: index, count: columns) : nil
    var unused = RandomStream(seed: 0, purpose: .activation, layer: index)
    activation.prepare(neurons: columns, layer: index, stream: &unused)
    activation.trained = try activation.trained.map {
      try vector($0.name, layer: index, count: columns)
    }
    return Layer(
      weights: weights, bias: bias, activation: activation, distribution: distribution)
  }

  private func vector(_ name: String, layer: Int, count: Int) throws -> TrainedVector {
    TrainedVector(
      name, values: try archive.floats("\(layer).\(name)", shape: [count]),
      velocity: try archive.floatsOrZeros("\(layer).\(name)_velocity", shape: [count]))
  }

  private func weights(_ index: Int, rows: Int, columns: Int) throws -> Weights {
    guard archive.has("\(index).indptr") else {
      let shape = [rows, columns]
      return .dense(
        DenseMatrix(
          rows: rows, columns: columns,
          values: try archive.floats("\(index).weight", shape: shape),
          velocity: try archive.floatsOrZeros("\(index).velocity", shape: shape)))
    }
    let indices = try archive.integers("\(index).indices")
    let shape = [indices.count]
    let compressed = CompressedRows(
      rows: rows, columns: columns, offsets: try archive.integers("\(index).indptr"),
      indices: indices, values: try archive.floats("\(index).data", shape: shape),
      velocity: try archive.floatsOrZeros("\(index).velocity", shape: shape))
    do {
      return .sparse(try compressed.matrix())
    } catch {
      throw archive.fault("in layer \(index), \(error.detail)")
    }
  }
}
