internal import Catalogue
internal import Datasets
internal import Networks

/// `.onnx`: a network as a graph of standard operators, for onnxruntime and others.
enum ONNXNetwork: NetworkFormat {
  static let about = About(
    name: "onnx", category: .file,
    summary: "a network as standard operators of ONNX, for onnxruntime and others",
    details: """
      Input `features`, samples × features, unscaled: the scaling is the graph's first step. Outputs \
      `logits` and `probabilities`, samples × classes. Operator set 13. Weights are stored dense, \
      since hardly any program reads sparse ones: 4 bytes a cell, so that a large sparse network \
      may be too large for the 2 GB that the format allows. The same texts as in `.npz` are its \
      metadata.
      """,
    paper: "onnx.ai", examples: [.saving(as: "onnx")])

  /// Version 13 of the operators, and the version of the format that came with it.
  private static let (operators, format) = (13, 7)
  /// The bytes that constants may take: the format's own limit is 2³¹, names and texts included.
  private static let limit = min(2_000_000_000, MemoryLimit.bytes)

  static func encode(_ saved: SavedNetwork) throws -> [UInt8] {
    let graph = try graph(of: saved)
    var model = ProtocolBuffer(capacity: graph.message.bytes.count + 1 << 16)
    model.add(1, format)
    model.add(2, "sparsesh")
    model.add(8) { set in
      set.add(1, "")
      set.add(2, operators)
    }
    model.add(7, graph.message)
    for (name, text) in saved.texts().sorted(by: { $0.key < $1.key }) {
      model.add(14) { entry in
        entry.add(1, name)
        entry.add(2, text)
      }
    }
    return model.bytes
  }

  /// From the features to the scores of the classes, and these as probabilities.
  private static func graph(of saved: SavedNetwork) throws -> ONNXGraph {
    let network = saved.network
    var graph = ONNXGraph(name: "network", capacity: try size(of: network) + 1 << 16)
    graph.input("features", width: network.inputs)
    var values = scale("features", saved.scaling, in: &graph)
    for (index, layer) in network.layers.enumerated() {
      let name = "\(index + 1)"
      let isOutput = index == network.layers.count - 1
      let weights = graph.constant(layer.weights, named: "\(name).weight")
      let bias = layer.bias.map { graph.constant($0.values, named: "\(name).bias") }
      let sums = graph.node(
        "Gemm", [values, weights] + [bias].compactMap { $0 },
        to: isOutput ? "logits" : "\(name).sums")
      guard !isOutput else { break }
      guard let outputs = graph.activate(sums, layer.activation, layer: name) else {
        throw SavingError.unsuitable(
          ending: about.name,
          reason: "has no operators for the activation `\(layer.activation.call.name)`",
          hint: "`.npz` and `.safetensors` hold any network")
      }
      values = outputs
    }
    graph.node("Softmax", ["logits"], to: "probabilities")
    graph.output("logits", width: network.classes)
    graph.output("probabilities", width: network.classes)
    return graph
  }

  /// Adds the scaling of the inputs; none where it changes nothing.
  private static func scale(
    _ features: String, _ scaling: Scaling, in graph: inout ONNXGraph
  ) -> String {
    guard !scaling.isIdentity else { return features }
    let largest = Float.greatestFiniteMagnitude
    let mean = graph.constant(scaling.center, named: "input.mean")
    let factor = graph.constant(
      scaling.spread.map { $0 == 0 ? 0 : min(1 / $0, largest) }, named: "input.factor")
    let centred = graph.node("Sub", [features, mean], to: "input.centred")
    return graph.node("Mul", [centred, factor], to: "input.scaled")
  }

  /// The bytes that all weights take with their empty cells.
  private static func size(of network: Network) throws(SavingError) -> Int {
    var size = 0.0
    for layer in network.layers { size += 4 * Double(layer.rows) * Double(layer.columns) }
    guard size <= Double(limit) else {
      throw .unsuitable(
        ending: about.name,
        reason: "holds weights dense, which would take "
          + "\(MemorySize.text(UInt64(min(size, 1e18)))), more than \(MemorySize.text(UInt64(limit)))",
        hint: "`.npz` and `.safetensors` hold connections alone")
    }
    return Int(size)
  }
}
