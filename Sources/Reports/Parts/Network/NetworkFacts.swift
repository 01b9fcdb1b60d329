internal import Catalogue
internal import Networks

extension NetworkPlan {
  /// The plan at a glance.
  var facts: [Fact] {
    var facts = [Fact("shape", .text(shape.description))]
    if let inputs = shape.input, let classes = shape.output,
      let connections = try? connections(inputs: inputs, classes: classes)
    {
      facts.append(
        Fact("parameters", .count(connections), note: "stored connections, biases not counted"))
    }
    return facts
      + Self.parameters.compactMap { parameter in
        arguments[parameter.name].map {
          Fact(
            parameter.name,
            parameter.name == "dropout" ? .percent(dropout, decimals: 1) : .text("\($0)"))
        }
      }
  }
}

extension Network {
  /// The network at a glance.
  var facts: [Fact] {
    [
      Fact("shape", .text(shape.description)),
      Fact("parameters", .count(parameters), note: "stored connections, biases not counted"),
      Fact("density", .percent(density)),
      Fact("dropout", .percent(dropout, decimals: 1)),
    ]
  }
}
