/// The sizes of one layer of a plan that has met its data.
public struct LayerPlan: Sendable, Equatable {
  /// The number of inputs of the layer, at least 1.
  public let rows: Int
  /// The number of neurons of the layer, at least 1.
  public let columns: Int
  /// The number of connections of a sparse layer; nil for a dense one.
  public let connections: Int?

  /// The number of stored connections, sparse or dense.
  public var parameters: Int { connections ?? rows * columns }

  /// The share of cells in use, 0…1.
  public var density: Double { Double(parameters) / (Double(rows) * Double(columns)) }

  /// An estimate of the bytes that the layer's weights take for good: value, velocity, column,
  /// index by output and offsets if sparse, value and velocity if dense.
  var weightBytes: UInt64 {
    guard let connections else { return 8 * UInt64(rows) * UInt64(columns) }
    return 20 * UInt64(connections) + 8 * (UInt64(rows) + UInt64(columns))
  }
}

extension NetworkPlan {
  /// The layers for data of so many features and classes. O(layers); allocates nothing else.
  ///
  /// - Throws: `NetworkError` where the shape does not fit the data, a width is out of range, or a
  ///   layer would have more than 2³¹−1 connections.
  public func layers(inputs: Int, classes: Int) throws -> [LayerPlan] {
    let widths = try shape.widths(inputs: inputs, classes: classes)
    var layers: [LayerPlan] = []
    for index in 1..<widths.count {
      let (rows, columns) = (widths[index - 1], widths[index])
      let cells = UInt64(rows).multipliedReportingOverflow(by: UInt64(columns))
      let isOutput = index == widths.count - 1
      let wanted =
        isOutput && !sparseOutput ? nil : sparsity.connections(rows: rows, columns: columns)
      let stored = wanted ?? cells.partialValue
      guard !cells.overflow, stored <= UInt64(Int32.max) else {
        throw NetworkError.connections(layer: index, rows: rows, columns: columns)
      }
      layers.append(LayerPlan(rows: rows, columns: columns, connections: wanted.map { Int($0) }))
    }
    return layers
  }

  /// The number of stored connections, output layer included, biases not: what a run reports as
  /// its `parameters`.
  ///
  /// - Throws: as `layers(inputs:classes:)`.
  public func connections(inputs: Int, classes: Int) throws -> Int {
    try layers(inputs: inputs, classes: classes).reduce(0) { $0 + $1.parameters }
  }

  /// An estimate of the bytes that a network and the activations of `batch` samples take, and what
  /// it takes to draw and to rewire its layers.
  ///
  /// - Throws: as `layers(inputs:classes:)`.
  public func bytes(inputs: Int, classes: Int, batch: Int) throws -> UInt64 {
    let layers = try layers(inputs: inputs, classes: classes)
    let neurons = layers.reduce(UInt64(inputs)) { $0 + UInt64($1.columns) }
    let weights = layers.reduce(UInt64(0)) { $0 + $1.weightBytes }
    // A layer that is drawn or rewired is there twice.
    let working = layers.map { 20 * UInt64($0.connections ?? 0) }.max() ?? 0
    // At most 3 panels of 4-byte floats a neuron: sum, activation, gradient. Its bias, what its
    // activation trains, and its dropout mask take about as much as 8 samples more.
    let padded = (UInt64(max(batch, 1) - 1) / 16 + 1) * 16
    let panels = (padded + 8).multipliedReportingOverflow(by: 12 * neurons)
    guard !panels.overflow else { return .max }
    let sum = (weights + working).addingReportingOverflow(panels.partialValue)
    return sum.overflow ? .max : sum.partialValue
  }

  /// Refuses a network that the machine cannot hold, before anything is allocated.
  ///
  /// - Parameters:
  ///   - inputs: the features of the data.
  ///   - classes: the classes of the data.
  ///   - batch: the samples that are passed through the network at once.
  ///   - besides: bytes that training takes besides the network.
  ///   - limit: the bytes that may be used; nil for the memory of this machine.
  /// - Throws: `NetworkError.memory`, or as `layers(inputs:classes:)`.
  public func checkMemory(
    inputs: Int, classes: Int, batch: Int, besides: UInt64 = 0, limit: UInt64? = nil
  ) throws {
    let (sum, overflow) = try bytes(inputs: inputs, classes: classes, batch: batch)
      .addingReportingOverflow(besides)
    let needed = overflow ? .max : sum
    let available = limit ?? MachineMemory.bytes
    guard needed <= available else {
      throw NetworkError.memory(needed: needed, available: available)
    }
  }
}
