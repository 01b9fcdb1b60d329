internal import Networks

extension ONNXGraph {
  /// Adds what neurons make of their sums, in standard operators; `layer` begins the names of what
  /// is added.
  /// - Returns: the name of the outputs; nil for an activation that has no form here yet.
  mutating func activate(_ sums: String, _ activation: any Activation, layer: String) -> String? {
    let outputs = "\(layer).outputs"
    switch activation {
    case let line as any SlopeActivation:
      if line.slope == 1 { return sums }
      if line.slope == 0 { return node("Relu", [sums], to: outputs) }
      return node("LeakyRelu", [sums], to: outputs, attributes: [("alpha", line.slope)])
    case is Tanh: return node("Tanh", [sums], to: outputs)
    case is Sigmoid: return node("Sigmoid", [sums], to: outputs)
    case let srelu as SRelu: return shaped(sums, srelu, layer: layer, to: outputs)
    default: return nil
    }
  }

  /// Adds the S-shaped rectifier: the sum itself between its thresholds, lines outside.
  private mutating func shaped(
    _ sums: String, _ srelu: SRelu, layer: String, to outputs: String
  ) -> String {
    let values = srelu.trained.map(\.values)
    let (tLeft, aLeft, tRight, aRight) = (values[0], values[1], values[2], values[3])
    let left = constant(tLeft, named: "\(layer).left")
    let right = constant(zip(tLeft, tRight).map { $0 + abs($1) }, named: "\(layer).right")
    let below = line(sums, from: left, slope: aLeft, named: "\(layer).below")
    let above = line(sums, from: right, slope: aRight, named: "\(layer).above")
    let isBelow = node("Less", [sums, left], to: "\(layer).is_below")
    let isAbove = node("Greater", [sums, right], to: "\(layer).is_above")
    let upper = node("Where", [isAbove, above, sums], to: "\(layer).upper")
    return node("Where", [isBelow, below, upper], to: outputs)
  }

  /// Adds threshold + slope · (sum − threshold).
  private mutating func line(
    _ sums: String, from threshold: String, slope: [Float], named name: String
  ) -> String {
    let slope = constant(slope, named: "\(name).slope")
    let offset = node("Sub", [sums, threshold], to: "\(name).offset")
    let rise = node("Mul", [offset, slope], to: "\(name).rise")
    return node("Add", [threshold, rise], to: name)
  }
}
