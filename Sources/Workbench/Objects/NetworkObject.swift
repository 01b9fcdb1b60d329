internal import Catalogue
internal import Language
package import Networks
package import Reports
package import Training

/// A network: the plan that `network` makes, or one that `load` read from a file.
package struct NetworkObject: SessionObject {
  package static let kind = "network"

  /// Where it comes from.
  package enum Content: Sendable {
    /// Not built yet: that takes data and a seed.
    case plan(NetworkPlan)
    /// Trained and saved before.
    case saved(SavedNetwork, path: String)
    /// The final network of a run.
    case trained(Run)
  }

  /// Where it comes from.
  package let content: Content
  /// The name it was bound to, for tables.
  package let name: String?

  package static let members: [Member<NetworkObject>] = [
    Member("shape", .text, "its widths, inputs first") { .text($0.shape) },
    Member(
      "parameters", .integer(.nonNegative), "its stored connections, known once its widths are"
    ) {
      $0.parameters.map { .count($0) } ?? .nothing
    },
    Member("density", .fraction(.unit), "the share of possible connections, once it is built") {
      $0.network.map { .number($0.density) } ?? .nothing
    },
  ]

  /// The weights, if it has any yet.
  package var network: Network? {
    switch content {
    case .plan: nil
    case .saved(let saved, _): saved.network
    case .trained(let run): run.network
    }
  }

  /// The stored connections; nil for a plan that takes a width from the data.
  var parameters: Int? {
    guard case .plan(let plan) = content else { return network?.parameters }
    guard let inputs = plan.shape.input, let classes = plan.shape.output else { return nil }
    return try? plan.connections(inputs: inputs, classes: classes)
  }

  /// The widths as a script writes them.
  package var shape: String {
    switch content {
    case .plan(let plan): plan.shape.description
    case .saved(let saved, _): saved.network.shape.description
    case .trained(let run): run.network.shape.description
    }
  }

  package var subject: Subject? {
    switch content {
    case .plan(let plan): .plan(plan)
    case .saved(let saved, _): .network(saved.network)
    case .trained(let run): .network(run.network)
    }
  }

  package var summary: String {
    switch content {
    case .plan(let plan): "network \(plan.description)"
    case .saved(let saved, let path):
      "network \(shape) from \(path): \(NumberText.count(saved.network.parameters)) parameters, "
        + "density \(NumberText.percent(saved.network.density, 2))"
    case .trained(let run):
      "network \(shape): \(NumberText.count(run.parameters)) parameters, "
        + "density \(NumberText.percent(run.density, 2))"
    }
  }

  package var json: JSONValue {
    [
      "shape": .text(shape), "parameters": JSONValue(parameters),
      "density": JSONValue(network?.density),
      "plan": JSONValue(
        { if case .plan(let plan) = content { plan.description } else { nil } }()),
    ]
  }
}
