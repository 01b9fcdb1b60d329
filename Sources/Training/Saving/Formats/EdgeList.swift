internal import Catalogue
internal import Networks
internal import Sparse

/// `.csv`: the connections of a network, a line each.
enum EdgeList: NetworkFormat {
  static let about = About(
    name: "csv", category: .file,
    summary: "a list of the connections: `layer,input,output,weight`",
    details: """
      Layers count from 1, neurons from 0. Where the columns of the data have names, a further \
      column `feature` holds that of the input, in the lines of the first layer. A dense layer \
      lists all its connections. Biases and what the activations have learnt are not in it.
      """,
    examples: [.saving(as: "csv")])

  /// The bytes of a file, in row-major order; weights are the shortest texts that read back as the
  /// same 32-bit float.
  static func encode(_ saved: SavedNetwork) -> [UInt8] {
    let names = saved.featuresHaveNames ? saved.featureNames.map(field) : nil
    var text: [UInt8] = Array("layer,input,output,weight\(names == nil ? "" : ",feature")\n".utf8)
    for (index, layer) in saved.network.layers.enumerated() {
      layer.weights.forEachConnection { row, column, weight in
        let name = names.map { "," + (index == 0 ? $0[row] : "") } ?? ""
        text += "\(index + 1),\(row),\(column),\(weight)\(name)\n".utf8
      }
    }
    return text
  }

  private static func field(_ name: String) -> String { CSVText.field(CSVText.guarded(name)) }
}

extension SavedNetwork {
  /// Whether the columns of the data had names; those that have none are called `x0`, `x1`, ….
  var featuresHaveNames: Bool {
    featureNames.indices.contains { featureNames[$0] != "x\($0)" }
  }
}
