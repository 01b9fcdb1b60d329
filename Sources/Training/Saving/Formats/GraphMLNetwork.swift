internal import Catalogue
internal import Networks

/// `.graphml`: the topology of a small network as a graph, for networkx, igraph, Gephi and others.
enum GraphMLNetwork: NetworkFormat {
  static let about = About(
    name: "graphml", category: .file,
    summary: "neurons and connections of a small network as a graph, for networkx or Gephi",
    details: """
      Nodes have `layer` (0 for the inputs), `index`, `name` for inputs and classes, and `bias`; \
      edges, from input to output, have `weight`. Neurons without connections are nodes, too. At \
      most 100,000 connections and as many neurons, since programs that draw graphs hold no more.
      """,
    paper: "graphml.graphdrawing.org", examples: [.saving(as: "graphml")])

  /// The largest number of connections, and of neurons.
  static let limit = 100_000

  static func encode(_ saved: SavedNetwork) throws -> [UInt8] {
    let network = saved.network
    try check(network.parameters, "connections")
    try check(network.widths.reduce(0, +), "neurons")
    var text = head
    for layer in network.widths.indices {
      for index in 0..<network.widths[layer] {
        text += node(index, layer: layer, of: saved)
      }
    }
    for (index, layer) in network.layers.enumerated() {
      layer.weights.forEachConnection { row, column, weight in
        text +=
          "<edge source=\"\(index).\(row)\" target=\"\(index + 1).\(column)\">"
          + "<data key=\"weight\">\(weight)</data></edge>\n"
      }
    }
    return Array((text + "</graph>\n</graphml>\n").utf8)
  }

  private static func check(_ count: Int, _ noun: String) throws(SavingError) {
    guard count > limit else { return }
    throw .unsuitable(
      ending: about.name,
      reason: "holds at most \(NumberText.count(limit)) \(noun), and this network has "
        + NumberText.count(count),
      hint: "`.csv` lists any number of connections")
  }

  private static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
    <key id="layer" for="node" attr.name="layer" attr.type="int"/>
    <key id="index" for="node" attr.name="index" attr.type="int"/>
    <key id="name" for="node" attr.name="name" attr.type="string"/>
    <key id="bias" for="node" attr.name="bias" attr.type="double"/>
    <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
    <graph id="network" edgedefault="directed">

    """

  private static func node(_ index: Int, layer: Int, of saved: SavedNetwork) -> String {
    var data = [("layer", "\(layer)"), ("index", "\(index)")]
    if layer == 0 { data.append(("name", Markup.escaped(saved.featureNames[index]))) }
    if layer == saved.network.layers.count {
      data.append(("name", Markup.escaped(saved.classNames[index])))
    }
    if layer > 0, let bias = saved.network.layers[layer - 1].bias {
      data.append(("bias", "\(bias.values[index])"))
    }
    let parts = data.map { "<data key=\"\($0)\">\($1)</data>" }.joined()
    return "<node id=\"\(layer).\(index)\">\(parts)</node>\n"
  }
}
