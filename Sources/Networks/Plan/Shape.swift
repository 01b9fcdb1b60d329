/// The widths of a network from its inputs to its classes; the two ends may come from the data.
public struct Shape: Sendable, Equatable, CustomStringConvertible {
  /// The number of input features, or nil to take it from the data (`in`).
  public let input: Int?
  /// The widths of the hidden layers, in order; may be empty.
  public let hidden: [Int]
  /// The number of output neurons, or nil for one a class of the data (`out`).
  public let output: Int?

  /// A shape of these widths. Nothing is checked until it meets its data.
  public init(input: Int? = nil, hidden: [Int], output: Int? = nil) {
    self.input = input
    self.hidden = hidden
    self.output = output
  }

  /// All widths, inputs first, for data of so many features and classes.
  ///
  /// - Throws: `NetworkError` where an end of the shape differs from the data, or where a width is
  ///   below 1 or above 2³¹−1.
  public func widths(inputs: Int, classes: Int) throws -> [Int] {
    if let input, input != inputs { throw NetworkError.inputs(shape: input, data: inputs) }
    if let output, output != classes { throw NetworkError.outputs(shape: output, data: classes) }
    let all = [inputs] + hidden + [classes]
    for width in all where width < 1 || width > Int(Int32.max) { throw NetworkError.width(width) }
    return all
  }

  /// The shape as a script writes it, equal neighbours drawn together: `in-1000*3-out`.
  public var description: String {
    var parts = [input.map { "\($0)" } ?? "in"]
    var index = 0
    while index < hidden.count {
      let run = hidden[index...].prefix { $0 == hidden[index] }.count
      parts.append(run > 1 ? "\(hidden[index])*\(run)" : "\(hidden[index])")
      index += run
    }
    return (parts + [output.map { "\($0)" } ?? "out"]).joined(separator: "-")
  }
}
