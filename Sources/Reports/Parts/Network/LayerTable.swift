internal import Analysis
internal import Catalogue
internal import Networks
internal import Sparse

extension Table {
  /// A table of layers from their cells.
  fileprivate static func layers(_ rows: [[Cell]]) -> Table {
    Table(
      title: "Connections by layer",
      columns: [
        .init("layer"), .init("inputs"), .init("neurons"), .init("connections"),
        .init("density", .percent), .init("activation", .text),
        .init("kernels", .text), .init("memory"),
      ], rows: rows)
  }
}

extension Cell {
  /// The kernels that a layer runs on: those for dense layers from the density on where they win.
  fileprivate static func kernels(
    _ inputs: Int, _ neurons: Int, density: Double, isSparse: Bool
  ) -> Cell {
    let expanded = SparseMatrix.isExpanded(rows: inputs, columns: neurons, density: density)
    return .text(isSparse && !expanded ? "sparse" : "dense")
  }
}

extension Network {
  /// The layers, the output layer last.
  var layerTable: Table {
    .layers(
      layerDensities.map { layer in
        let isOutput = layer.layer == layers.count
        let bytes = LayerMemory.bytes(
          layer.inputs, layer.outputs, connections: layer.connections, isSparse: layer.isSparse)
        return [
          .count(layer.layer), .count(layer.inputs), .count(layer.outputs),
          .count(layer.connections), .percent(layer.density),
          .text(isOutput ? "softmax" : layers[layer.layer - 1].activation.call.description),
          .kernels(layer.inputs, layer.outputs, density: layer.density, isSparse: layer.isSparse),
          .text(LayerMemory.text(bytes)),
        ]
      })
  }
}

extension NetworkPlan {
  /// The layers, as far as they are known before the data is.
  var layerTable: Table {
    let widths = [shape.input] + shape.hidden.map(Optional.some) + [shape.output]
    let rows = (1..<widths.count).map { index -> [Cell] in
      let isOutput = index == widths.count - 1
      let ends: [Cell] = [
        .count(index), width(widths[index - 1], "in"), width(widths[index], "out"),
      ]
      let kind = Cell.text(isOutput ? "softmax" : activation.call.description)
      guard let inputs = widths[index - 1], let neurons = widths[index],
        let layer = known(inputs, neurons, isOutput: isOutput)
      else { return ends + [.missing, .missing] + [kind] + [.missing, .missing] }
      let bytes = LayerMemory.bytes(
        inputs, neurons, connections: layer.connections, isSparse: layer.isSparse)
      return ends + [.count(layer.connections), .percent(layer.density)] + [kind]
        + [
          .kernels(inputs, neurons, density: layer.density, isSparse: layer.isSparse),
          .text(LayerMemory.text(bytes)),
        ]
    }
    return .layers(rows)
  }

  private func width(_ width: Int?, _ name: String) -> Cell {
    width.map(Cell.count) ?? .text(name)
  }

  private func known(
    _ inputs: Int, _ neurons: Int, isOutput: Bool
  ) -> (connections: Int, density: Double, isSparse: Bool)? {
    guard inputs > 0, neurons > 0 else { return nil }
    let cells = Double(inputs) * Double(neurons)
    let wanted =
      isOutput && !sparseOutput ? nil : sparsity.connections(rows: inputs, columns: neurons)
    let connections = wanted.map { Double($0) } ?? cells
    guard let count = Int(exactly: connections) else { return nil }
    return (count, connections / cells, wanted != nil)
  }
}
