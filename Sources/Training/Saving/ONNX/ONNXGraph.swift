internal import Networks
internal import Sparse

/// A graph of ONNX while it is written: operators in their order, and the constants that they read.
/// Field numbers are those of `onnx.proto`.
struct ONNXGraph {
  /// The element type of all values: FLOAT.
  private static let float = 1

  /// The graph as it is so far.
  private(set) var message: ProtocolBuffer

  /// A graph of that name, with room for so many bytes.
  init(name: String, capacity: Int) {
    message = ProtocolBuffer(capacity: capacity)
    message.add(2, name)
  }

  /// Adds an operator with one output, which is named so. Attributes are floats.
  @discardableResult
  mutating func node(
    _ operation: String, _ inputs: [String], to output: String, attributes: [(String, Float)] = []
  ) -> String {
    message.add(1) { node in
      for input in inputs { node.add(1, input) }
      node.add(2, output)
      node.add(3, output)
      node.add(4, operation)
      for (name, value) in attributes {
        node.add(5) { attribute in
          attribute.add(1, name)
          attribute.add(2, value)
          attribute.add(20, 1)
        }
      }
    }
    return output
  }

  /// Adds a constant vector.
  mutating func constant(_ values: [Float], named name: String) -> String {
    constant(named: name, shape: [values.count], rows: 1) { _ in values }
  }

  /// Adds constant weights, inputs × neurons, with a 0 in every empty cell.
  mutating func constant(_ weights: Weights, named name: String) -> String {
    let columns = weights.columns
    return constant(named: name, shape: [weights.rows, columns], rows: weights.rows) { row in
      switch weights {
      case .dense(let matrix):
        return Array(matrix.values[row * columns..<(row + 1) * columns])
      case .sparse(let matrix):
        var values = [Float](repeating: 0, count: columns)
        for position in matrix.positions(ofRow: row) {
          values[Int(matrix.columnIndices[position])] = matrix.values[position]
        }
        return values
      }
    }
  }

  private mutating func constant(
    named name: String, shape: [Int], rows: Int, _ row: (Int) -> [Float]
  ) -> String {
    message.add(5) { tensor in
      for length in shape { tensor.add(1, length) }
      tensor.add(2, Self.float)
      tensor.add(8, name)
      tensor.add(9, floats: shape.reduce(1, *), rows: rows, row)
    }
    return name
  }

  /// Declares the graph's input: any number of samples of so many values.
  mutating func input(_ name: String, width: Int) { declare(11, name, width) }

  /// Declares an output: so many values for each sample.
  mutating func output(_ name: String, width: Int) { declare(12, name, width) }

  private mutating func declare(_ field: Int, _ name: String, _ width: Int) {
    message.add(field) { value in
      value.add(1, name)
      value.add(2) { type in
        type.add(1) { tensor in
          tensor.add(1, Self.float)
          tensor.add(2) { shape in
            shape.add(1) { $0.add(2, "samples") }
            shape.add(1) { $0.add(1, width) }
          }
        }
      }
    }
  }
}
