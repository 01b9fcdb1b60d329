import Catalogue
import Foundation
import Networks
import Sparse
import Testing

/// What `scripts/reference/policies.py` came to, an independent implementation in NumPy.
enum PolicyOracle {
  /// A network and what the policies do to it without chance.
  struct Choices: Decodable {
    let network: StoredNetwork
    let cases: [Choice]
  }

  /// What a policy does to each layer.
  struct Choice: Decodable {
    struct Layer: Decodable {
      /// What goes.
      let removed: [[Int32]]
      /// What comes because its neurons are similar; absent where growth is left to chance.
      let similar: [[Int32]]?
    }
    let policy: String
    let stage: String
    let zeta: Double
    let forbid_removed: Bool
    let layers: [Layer]
  }

  /// A network, and the pairs of cells that policies may draw in its first layer.
  struct Draws: Decodable {
    let network: StoredNetwork
    let cases: [Draw]
  }

  /// The probability of every pair under a policy.
  struct Draw: Decodable {
    struct Pair: Decodable {
      let cells: [[Int32]]
      let probability: Double
    }
    let policy: String
    let zeta: Double
    let removed: [[Int32]]
    let pairs: [Pair]
  }

  /// A network with samples of its inputs.
  struct StoredNetwork: Decodable {
    struct Layer: Decodable {
      let cells: [[Int32]]
      let weights: [Float]
      let bias: [Float]
      let parameters: [String: [Float]]
    }
    let widths: [Int]
    let activation: String
    let features: [Float]
    let layers: [Layer]
  }

  /// A recorded file of the script.
  static func read<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws
    -> Value
  {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "scripts/reference/expected/policies-\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}

extension PolicyOracle.StoredNetwork {
  /// The network.
  func network() throws -> Network {
    Network(
      layers: try layers.enumerated().map { index, stored in
        let (rows, columns) = (widths[index], widths[index + 1])
        let isOutput = index == layers.count - 1
        var neurons = try Activations.make(Call(isOutput ? "linear" : activation))
        var unused = RandomStream(seed: 0, purpose: .test)
        neurons.prepare(neurons: columns, layer: index + 1, stream: &unused)
        neurons.trained = try neurons.trained.map {
          TrainedVector($0.name, try #require(stored.parameters[$0.name]))
        }
        var offsets = [Int](repeating: 0, count: rows + 1)
        for cell in stored.cells { offsets[Int(cell[0]) + 1] += 1 }
        for row in 0..<rows { offsets[row + 1] += offsets[row] }
        return Networks.Layer(
          weights: Weights.sparse(
            SparseMatrix(
              rows: rows, columns: columns, rowOffsets: offsets,
              columnIndices: stored.cells.map { $0[1] }, values: stored.weights)),
          bias: TrainedVector("bias", stored.bias), activation: neurons,
          distribution: .uniform(bound: 1))
      }, dropout: 0)
  }

  /// Its samples.
  func samples(on engine: Engine) -> ActivationSource {
    ActivationSource(features: Features(features, width: widths[0]), engine: engine)
  }
}

extension Cell {
  /// A cell of the oracle's.
  init(_ place: [Int32]) { self.init(row: place[0], column: place[1]) }
}
