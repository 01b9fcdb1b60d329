import Catalogue
import Datasets
import Foundation
import Networks
import Sparse
import Training
import Testing

/// What `scripts/reference/masked_sgd.py` came to, an independent implementation in NumPy.
enum Oracle {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the real data sets: SPARSESH_DATA, or `shared/data` beside the checkout.
  static let dataFolder: String? = {
    let given = ProcessInfo.processInfo.environment["SPARSESH_DATA"]
    let beside = root.deletingLastPathComponent().appending(path: "shared/data").path
    return [given, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0 + "/isolet")
    }
  }()

  struct Settings: Decodable {
    let epochs: Int
    let batch: Int
    let rate: Double
    let momentum: Double
    let decay: Double
    let seed: UInt64
  }

  struct Epoch: Decodable {
    let train_loss: Double
    let train_accuracy: Double
    let test_loss: Double
    let test_accuracy: Double
  }

  static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let file = root.appending(path: "scripts/reference/expected/\(name).json")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}

struct OracleTests {
  private struct Real: Decodable {
    let digest: String
    let settings: Oracle.Settings
    let epochs: [Oracle.Epoch]
  }

  /// Three epochs of ISOLET, static topology, no dropout. Needs the real data.
  @Test(
    .enabled(if: Oracle.dataFolder != nil, "ISOLET is not at hand"), arguments: ["relu", "srelu"])
  func isoletTrainsAsTheOracleDoes(activation: String) throws {
    let expected = try Oracle.read("isolet-\(activation)", as: Real.self)
    let dataset = try DataRequest(
      subject: .named("isolet"), arguments: Arguments(), dataDirectory: Oracle.dataFolder,
      relativeTo: "."
    ).load()
    func run(epochs: Int) throws -> Run {
      try Trainer(
        plan: NetworkPlan(
          shape: Shape(hidden: [1000, 1000, 1000]),
          arguments: Arguments(["activation": .call(activation)])),
        dataset: dataset,
        settings: TrainingSettings(
          arguments: Arguments([
            "policy": .call("static"), "epochs": .number(Double(epochs)),
            "lr": .number(expected.settings.rate), "seed": 1, "threads": 2,
          ]))
      ).run()
    }
    // If this differs, another network is drawn than the one the oracle started from: make the
    // expected losses anew, as the script says.
    try #require(try run(epochs: 0).digest == expected.digest)
    let trained = try run(epochs: expected.epochs.count)
    for (record, epoch) in zip(trained.epochRecords, expected.epochs) {
      #expect(abs(record.trainLoss / epoch.train_loss - 1) < 1e-4)
      #expect(abs((record.testLoss ?? .nan) / epoch.test_loss - 1) < 1e-4)
      #expect(abs(record.trainAccuracy - epoch.train_accuracy) < 1e-3)
      #expect(abs(record.testAccuracy - epoch.test_accuracy) < 2e-3)
    }
  }
}
