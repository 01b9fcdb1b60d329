import Catalogue
import Datasets
import FoundationEssentials
import Sparse
import Testing

/// Random and mutated files through every reader: each is loaded or refused, none ends the process.
@Suite("Fuzz")
struct FuzzTests {
  static let seeds: [(name: String, bytes: [UInt8])] = [
    ("csv", Array("w,h,k\r\n1,2.5,a\r\n-3e2,\"4\",b\r\n5,6,\"a\"\r\n".utf8)),
    ("numbers", Array("0.1 -2e-3 1\n 3.25 4 2. \n".utf8)),
    ("semicolons", Array("\u{FEFF}1;2;x\n3;4;y\n".utf8)),
    ("idx", idx([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8])),
    ("idx labels", idx([2], [1, 0])),
    ("gzip", gzip(Array("1,2,a\n3,4,b\n".utf8))),
    ("libsvm", Array("# two\n+1 1:0.5 3:-2e1\n-1 qid:3 2:7 # end\n".utf8)),
    (
      "arff",
      Array(
        "% c\n@relation r\n@attribute 'a b' real\n@attribute k {x,\"y\"}\n@data\n1,x\n{0 2,1 y}\n"
          .utf8)
    ),
    ("npy", ReferenceTable.bytes("table.npy")),
    ("npy, column by column", ReferenceTable.bytes("x-f4-columns.npy")),
    ("npz", ReferenceTable.bytes("table.npz")),
    ("npz, packed", ReferenceTable.bytes("parts.npz")),
    ("mat v5", ReferenceTable.bytes("v5.mat")),
    ("mat v5, packed", ReferenceTable.bytes("v5-packed.mat")),
    ("mat v5, sparse", ReferenceTable.bytes("v5-sparse.mat")),
    ("mat v7.3", ReferenceTable.bytes("v73.mat")),
    ("mat v7.3, sparse", ReferenceTable.bytes("v73-sparse.mat")),
  ]

  /// The seconds that mutations of each format take: SPARSESH_FUZZ_SECONDS, or as many rounds as
  /// are quick.
  static let seconds = ProcessInfo.processInfo.environment["SPARSESH_FUZZ_SECONDS"].flatMap(
    Double.init)

  @Test("every format reads a seed as it is", arguments: DataFormats.all.map { $0.about.name })
  func goodFiles(format: String) throws {
    let folder = try TemporaryFolder()
    let answers = try folder.write("answers", "1\n2\n")
    let read = Self.seeds.filter { Self.reads($0.bytes, format, folder, answers) }
    #expect(!read.isEmpty, "`FuzzTests.seeds` lacks a small good file of the format `\(format)`")
  }

  @Test("mutations of good files", arguments: DataFormats.all.map { $0.about.name })
  func mutations(format: String) throws {
    let folder = try TemporaryFolder()
    let answers = try folder.write("answers", "1\n2\n")
    var stream = RandomStream(
      seed: Self.seconds == nil ? 20 : .random(in: 0...1 << 50), purpose: .test)
    let own = Self.seeds.filter { Self.reads($0.bytes, format, folder, answers) }
    let end = Self.seconds.map { ContinuousClock.now + .seconds($0) }
    var (loaded, round) = (0, 0)
    while end.map({ ContinuousClock.now < $0 }) ?? (round < 300) {
      // Two of three are the format's own files.
      let seeds = round % 3 == 0 ? Self.seeds : own
      var bytes = seeds[Int(stream.integer(below: UInt64(seeds.count)))].bytes
      for _ in 0..<stream.integer(below: 5) { Self.mutate(&bytes, &stream) }
      let path = try folder.write("fuzz.data", bytes)
      if Self.survives(path, Self.keys(format, path, answers, &stream)) { loaded += 1 }
      round += 1
    }
    if Self.seconds != nil { print("fuzzed \(format): \(round) files, \(loaded) of them read") }
    #expect(loaded > 0, "nothing was ever read: the fuzzer tests no reader")
  }

  /// Keys of all sorts, which fit the file or not.
  private static func keys(
    _ format: String, _ path: String, _ answers: String, _ stream: inout RandomStream
  ) -> [String: Argument] {
    var keys = plain(format)
    if stream.integer(below: 8) > 0 { keys["test"] = .text(path) }
    if stream.integer(below: 3) == 0 { keys["train_labels"] = .text(answers) }
    if stream.integer(below: 3) == 0 {
      keys["test_labels"] = .text(stream.integer(below: 4) == 0 ? path : answers)
    }
    if stream.integer(below: 4) == 0 { keys["header"] = .logic(stream.integer(below: 2) == 0) }
    if stream.integer(below: 8) == 0 { keys["drop"] = .list([1]) }
    if stream.integer(below: 8) == 0 { keys["label"] = .name("first") }
    return keys
  }

  /// The key `format` alone, with that format's defaults.
  private static func plain(_ format: String) -> [String: Argument] {
    let about = DataFormats.all.first { $0.about.name == format }?.about
    return ["format": .call(Call(format, about.map { Arguments(of: $0) } ?? Arguments()))]
  }

  /// Whether a format reads a file, with its own labels or two given ones.
  private static func reads(
    _ bytes: [UInt8], _ format: String, _ folder: TemporaryFolder, _ answers: String
  ) -> Bool {
    guard let path = try? folder.write("seed.data", bytes) else { return false }
    let keys = plain(format).merging(["test": .text(path)]) { $1 }
    let apart: [String: Argument] = [
      "train_labels": .text(answers), "test_labels": .text(answers),
    ]
    return survives(path, keys) || survives(path, keys.merging(apart) { $1 })
  }

  @Test("random bytes of a table's alphabet")
  func alphabet() throws {
    let folder = try TemporaryFolder()
    var stream = RandomStream(seed: 21, purpose: .test)
    let alphabet = Array("01.-+eE,;|\t \n\r\"ab".utf8)
    for _ in 0..<1500 {
      let length = Int(stream.integer(below: 48))
      let bytes = (0..<length).map { _ in
        alphabet[Int(stream.integer(below: UInt64(alphabet.count)))]
      }
      let path = try folder.write("fuzz.csv", bytes)
      _ = Self.survives(path, ["test": .text(path)])
      _ = Self.survives(path, ["header": true, "label": .name("first"), "drop": .list([2])])
    }
  }

  /// Whether a file loads. That it does not end the process is the point; an error must be ours.
  private static func survives(_ path: String, _ keys: [String: Argument]) -> Bool {
    do {
      let data = try load(path, keys)
      #expect(data.train.features.values.allSatisfy { $0.isFinite })
      #expect(data.train.labels.allSatisfy { $0 < data.classes })
      return true
    } catch {
      #expect(error is DataError)
      return false
    }
  }

  private static func mutate(_ bytes: inout [UInt8], _ stream: inout RandomStream) {
    let place = bytes.isEmpty ? 0 : Int(stream.integer(below: UInt64(bytes.count)))
    let random = UInt8(stream.integer(below: 256))
    switch stream.integer(below: 6) {
    case 0 where !bytes.isEmpty: bytes[place] ^= 1 << (random & 7)
    case 1 where !bytes.isEmpty: bytes[place] = random
    case 2 where !bytes.isEmpty: bytes.remove(at: place)
    case 3: bytes.insert(random, at: place)
    case 4: bytes.removeLast(bytes.count - place)
    default: bytes.insert(contentsOf: bytes[place...].prefix(8), at: place)
    }
  }
}
