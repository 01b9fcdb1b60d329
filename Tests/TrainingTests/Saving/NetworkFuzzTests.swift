import Datasets
import Foundation
import Networks
import Sparse
import TestSupport
import Testing
import Training

/// Mutated arrays of networks that SciPy and we wrote, in archives whose checksums hold: each is loaded
/// and can be used, or is refused. SPARSESH_FUZZ_SECONDS has it take so long.
struct NetworkFuzzTests {
  private typealias Files = [(name: String, bytes: [UInt8])]

  private static let seconds = ProcessInfo.processInfo.environment["SPARSESH_FUZZ_SECONDS"]
    .flatMap(Double.init)

  private static func files(_ name: String, own: Bool) throws -> Files {
    var bytes = [UInt8](
      try Data(contentsOf: ForeignNetwork.folder.appending(path: "\(name).npz")))
    if own {
      bytes = try TemporaryFolder.with { folder in
        let file = folder.appending(path: "own.npz")
        try ForeignNetwork(name).saved.save(to: file.path)
        return [UInt8](try Data(contentsOf: file))
      }
    }
    var files: Files = []
    try ZipArchive.forEachFile(in: bytes, wanted: { _ in true }) { files.append(($0, $1)) }
    return files
  }

  @Test func mutatedArraysNeverCrash() throws {
    let seeds = try ForeignNetwork.names.flatMap {
      [try Self.files($0, own: false), try Self.files($0, own: true)]
    }
    var stream = RandomStream(
      seed: Self.seconds == nil ? 23 : .random(in: 0...1 << 50), purpose: .test)
    let end = Self.seconds.map { ContinuousClock.now + .seconds($0) }
    var (round, loaded) = (0, 0)
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "net.npz")
      while end.map({ ContinuousClock.now < $0 }) ?? (round < 600) {
        var files = seeds[Int(stream.integer(below: UInt64(seeds.count)))]
        for _ in 0...stream.integer(below: 3) { Self.mutate(&files, &stream) }
        try Data(StoredZip.archive(files)).write(to: file)
        round += 1
        do {
          try Self.use(try SavedNetwork.load(from: file.path))
          loaded += 1
        } catch { #expect(error is SavingError) }
      }
    }
    if Self.seconds != nil { print("fuzzed networks: \(round) files, \(loaded) of them loaded") }
    #expect(loaded > 20 && round - loaded > 100)
  }

  /// Passes a sample through the network.
  private static func use(_ saved: SavedNetwork) throws {
    let sample = Samples(
      features: [Float](repeating: 0.5, count: saved.network.inputs), labels: [0],
      width: saved.network.inputs)
    #expect(try saved.evaluate(on: sample, engine: Engine(threads: 1)).samples == 1)
  }

  private static func mutate(_ files: inout Files, _ stream: inout RandomStream) {
    guard !files.isEmpty else { return }
    let index = Int(stream.integer(below: UInt64(files.count)))
    let other = Int(stream.integer(below: UInt64(files.count)))
    switch stream.integer(below: 10) {
    case 0: files.remove(at: index)
    case 1: files[index].bytes = files[other].bytes
    case 2: files[index].name = files[other].name
    case 3: files[index].bytes.removeLast(min(4, files[index].bytes.count))
    case 4: files[index].bytes += files[other].bytes.suffix(8)
    default: mutate(&files[index].bytes, &stream)
    }
  }

  /// Changes a byte: one of the header, or, twice as often, one of the elements.
  private static func mutate(_ bytes: inout [UInt8], _ stream: inout RandomStream) {
    guard !bytes.isEmpty else { return }
    let start = stream.integer(below: 3) == 0 ? 0 : min(128, bytes.count - 1)
    let place = start + Int(stream.integer(below: UInt64(bytes.count - start)))
    let random = UInt8(stream.integer(below: 256))
    bytes[place] =
      switch stream.integer(below: 3) {
      case 0: bytes[place] ^ 1 << (random & 7)
      case 1: UInt8(ascii: "0") + random % 10
      default: random
      }
  }
}
