internal import Catalogue
internal import Datasets
internal import Networks
internal import Sparse
internal import Training

extension Run {
  /// How the topology came about, epoch by epoch; nil where it never changed.
  var topologyFilm: HeatmapFilm? {
    let snapshots = topology.snapshots
    guard snapshots.count > 1 else { return nil }
    let layers = topology.layers.enumerated().compactMap { index, layer -> [Heatmap]? in
      guard let matrix = network.layers[layer - 1].weights.sparseMatrix else { return nil }
      return snapshots.map { snapshot in
        let grid = snapshot.layers[index]
        return TopologyPart.map(
          matrix, layer: layer, groups: (grid.rows, grid.columns), shares: grid.values)
      }
    }
    let inputs = snapshots.compactMap { $0.inputs.map(map(ofInputs:)) }
    return HeatmapFilm(
      title: "Topology by epoch",
      moments: snapshots.map {
        "epoch \(NumberText.count($0.epoch)) of \(NumberText.count(epochsAsked))"
      },
      reels: layers + (inputs.count == snapshots.count ? [inputs] : []))
  }

  /// The connections of the inputs where they stand in an image, or line by line in a square.
  private func map(ofInputs grid: PackedGrid) -> Heatmap {
    // With colours a pixel has several inputs, whose connections are added up.
    let pixels = data.image.map { $0.rows * $0.columns } ?? network.inputs
    let isWhole = grid.rows * grid.columns == pixels
    let label = isWhole ? "connections" : "connections, mean of neighbours"
    guard grid.rows == 1 else {
      return Heatmap(
        title: "Connections of each pixel", rows: .init("rows of pixels", count: grid.rows),
        columns: .init("columns of pixels", count: grid.columns), label: label,
        unit: isWhole ? .count : .number, values: grid.values)
    }
    let wide = max(Int(Double(grid.columns).squareRoot().rounded(.up)), 1)
    let high = (grid.columns + wide - 1) / wide
    let blanks = [Double](repeating: .nan, count: high * wide - grid.columns)
    return Heatmap(
      title: "Connections of each input, line by line",
      rows: .init("lines of \(NumberText.count(wide)) inputs", count: high),
      columns: .init("inputs in the order of the data", count: wide), label: label,
      unit: isWhole ? .count : .number, values: grid.values + blanks,
      cellNames: isWhole ? data.featureNames : [])
  }
}
