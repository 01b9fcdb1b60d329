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
}
