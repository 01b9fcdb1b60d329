internal import Datasets
internal import Training

extension Subject {
  /// What `describe` says: a few aligned lines.
  /// - Parameter width: of the terminal, in columns.
  public func description(width: Int = 80) -> String {
    let renderer = TerminalRenderer(width: width)
    return switch self {
    case .run(let run):
      renderer.render(run.facts) + run.remarks.map { renderer.render(.paragraph($0)) }.joined()
    case .study(let study): renderer.render(study.facts) + renderer.render(study.comparison)
    case .dataset(let dataset):
      renderer.render(dataset.facts)
        + dataset.remarks.map { renderer.render(.paragraph($0)) }.joined()
    case .plan(let plan): renderer.render(plan.facts)
    case .network(let network):
      renderer.render(network.facts) + renderer.render(network.layerTable)
    }
  }
}
