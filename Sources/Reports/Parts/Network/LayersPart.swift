public import Catalogue
internal import Networks
internal import Training

/// The layers of a network, one a row.
public enum LayersPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "layers", category: .part, summary: "inputs, neurons, connections of every layer",
    details: "Memory counts weights, velocities and indices, not activations. Widths that come "
      + "from the data are not known before training and show as `in` and `out`.",
    examples: [.onNetwork("layers", "the layers of a network")])

  /// Networks, and the final network of a run.
  public static let kinds: [SubjectKind] = [.run, .network]

  /// One table.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    let table =
      switch subject {
      case .run(let run): run.network.layerTable
      case .network(let network): network.layerTable
      case .plan(let plan): plan.layerTable
      case .study, .dataset: throw misfit(subject)
      }
    return [.heading("Layers"), .table(table)]
  }
}
