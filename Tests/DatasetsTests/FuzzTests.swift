import Catalogue
import Datasets
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
  ]

  @Test("every format reads a seed as it is", arguments: DataFormats.all.map { $0.about.name })
  func goodFiles(format: String) throws {
    let folder = try TemporaryFolder()
    let answers = try folder.write("answers", "1\n2\n")
    let read = try Self.seeds.filter { seed in
      let path = try folder.write("fuzz.data", seed.bytes)
      let plain: [String: Argument] = ["format": .call(Call(format)), "test": .text(path)]
      let apart: [String: Argument] = [
        "train_labels": .text(answers), "test_labels": .text(answers),
      ]
      return Self.survives(path, plain) || Self.survives(path, plain.merging(apart) { $1 })
    }
    #expect(!read.isEmpty, "`FuzzTests.seeds` lacks a small good file of the format `\(format)`")
  }

  @Test("mutations of good files", arguments: DataFormats.all.map { $0.about.name })
  func mutations(format: String) throws {
    let folder = try TemporaryFolder()
    let answers = try folder.write("answers", "1\n2\n")
    var stream = RandomStream(seed: 20, purpose: .test)
    var loaded = 0
    for round in 0..<600 {
      var bytes = Self.seeds[round % Self.seeds.count].bytes
      let changes = stream.integer(below: 5)
      for _ in 0..<changes { Self.mutate(&bytes, &stream) }
      let path = try folder.write("fuzz.data", bytes)
      var keys: [String: Argument] = ["format": .call(Call(format)), "test": .text(path)]
      if round / 6 % 2 == 1 { keys["train_labels"] = .text(answers) }
      if round / 12 % 2 == 1 { keys["test_labels"] = .text(round / 48 % 2 == 1 ? path : answers) }
      if round / 24 % 3 == 1 { keys["header"] = .logic(round % 2 == 0) }
      if Self.survives(path, keys) { loaded += 1 }
    }
    #expect(loaded > 0, "nothing was ever read: the fuzzer tests no reader")
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
