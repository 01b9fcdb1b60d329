public import Catalogue
internal import Analysis
internal import Networks
internal import Sparse
internal import Training

/// Where the connections lie.
public enum TopologyPart: ReportPart {
  /// The catalogue's record.
  public static let about = About(
    name: "topology", category: .part,
    summary: "where the connections of each sparse layer lie, as a heat map",
    details: """
      Neurons are ordered by how many connections they have, the best-connected first, and taken \
      together in groups where there are many; a shade is the share of a group's cells that hold a \
      connection. At random all shades are alike; evolution draws connections towards a corner. A page \
      (HTML) of a run plays how it came about: the topologies of up to 64 epochs, spread evenly, and the \
      connections of each input with them.
      """,
    paper: "Mocanu et al. 2018, figure 3",
    examples: [.onRun("topology", "where a run's connections lie")])

  /// Runs, and networks with weights.
  public static let kinds: [SubjectKind] = [.run, .network]

  /// Heat maps take many lines.
  public static let presence = PartPresence.withRoom

  /// How many groups of neurons a side has at most.
  static let side = 48

  /// A heat map for each sparse layer.
  public static func blocks(for subject: Subject, in context: ReportContext) throws -> [Block] {
    let network: Network? =
      switch subject {
      case .run(let run): run.network
      case .network(let network): network
      case .plan: nil
      case .study, .dataset: throw misfit(subject)
      }
    guard let network else {
      return [
        .heading("Topology"),
        .facts([Fact("connections", .count(0), note: "they are drawn when training begins")]),
      ]
    }
    if case .run(let run) = subject, let film = run.topologyFilm {
      return [.heading("Topology"), .film(film)]
    }
    let maps = network.layers.enumerated().compactMap { index, layer in
      layer.weights.sparseMatrix.map { map(of: $0, layer: index + 1) }
    }
    guard !maps.isEmpty else {
      let note = "every layer is dense: all cells hold a connection"
      return [.heading("Topology"), .facts([Fact("sparse layers", .count(0), note: note)])]
    }
    return [.heading("Topology")] + maps.map(Block.heatmap)
  }

  private static func map(of matrix: SparseMatrix, layer: Int) -> Heatmap {
    let map = ConnectivityMap(matrix, side: side)
    return self.map(
      matrix, layer: layer, groups: (map.rows.count, map.columns.count), shares: map.shares)
  }

  /// The heat map of a layer from the shares of its cells by groups of neurons.
  static func map(
    _ matrix: SparseMatrix, layer: Int, groups: (rows: Int, columns: Int), shares: [Double]
  ) -> Heatmap {
    Heatmap(
      title: "Connections of layer \(layer)",
      rows: sideLabel("inputs", neurons: matrix.rows, groups: groups.rows),
      columns: sideLabel("outputs", neurons: matrix.columns, groups: groups.columns),
      label: "cells that hold a connection", unit: .percent, values: shares)
  }

  private static func sideLabel(_ name: String, neurons: Int, groups: Int) -> Heatmap.Side {
    let groups = min(groups, neurons)
    let grouped = groups < neurons ? " in \(NumberText.count(groups)) groups" : ""
    return Heatmap.Side(
      "\(NumberText.count(neurons)) \(name)\(grouped), best-connected first", count: groups)
  }
}
