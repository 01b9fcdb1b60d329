import Catalogue
import Foundation
import Networks
import Sparse
import TestSupport
import Training
import Testing

/// Files that were cut short, changed or made to harm: each is an error, none a crash.
struct DamagedFileTests {
  /// The bytes of a small network in a format.
  private func bytes(_ ending: String) throws -> [UInt8] {
    let run = try Clusters.trainer(
      ["epochs": 0], network: ["activation": .call("srelu")], hidden: [4]
    ).run()
    return try TemporaryFolder.with { folder in
      let file = folder.appending(path: "net.\(ending)")
      try SavedNetwork(run).save(to: file.path)
      return [UInt8](try Data(contentsOf: file))
    }
  }

  private func load(_ bytes: [UInt8], _ file: URL) throws -> SavedNetwork {
    try Data(bytes).write(to: file)
    return try SavedNetwork.load(from: file.path)
  }

  @Test(arguments: ["safetensors", "npz"])
  func everyTruncationIsAnError(ending: String) throws {
    let whole = try bytes(ending)
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "net.\(ending)")
      _ = try load(whole, file)
      for length in Array(stride(from: 0, to: whole.count, by: 41)) + [whole.count - 1] {
        #expect(throws: SavingError.self) { try load(Array(whole[..<length]), file) }
      }
    }
  }

  @Test(arguments: ["safetensors", "npz"])
  func changedBytesNeverCrash(ending: String) throws {
    let whole = try bytes(ending)
    var stream = RandomStream(seed: 21, purpose: .test)
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "net.\(ending)")
      var refused = 0
      for _ in 0..<600 {
        var changed = whole
        for _ in 0...stream.integer(below: 4) {
          // Half of the changes fall on the header.
          let bound = stream.nextWord() % 2 == 0 ? min(1200, whole.count) : whole.count
          changed[Int(stream.integer(below: UInt64(bound)))] = UInt8(stream.integer(below: 256))
        }
        do { _ = try load(changed, file) } catch is SavingError { refused += 1 }
      }
      #expect(refused > 100)
    }
  }

  @Test(arguments: ["safetensors", "npz"])
  func aFileLargerThanMemoryIsNotRead(ending: String) throws {
    try TemporaryFolder.with { folder in
      // All hole: it takes no room on the disk.
      let file = folder.appending(path: "net.\(ending)")
      try Data().write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      try handle.truncate(atOffset: 1 << 42)
      try handle.close()
      let error = #expect(throws: SavingError.self) { try SavedNetwork.load(from: file.path) }
      #expect(error?.code.id == "E0653")
    }
  }

  @Test func randomBytesAreErrors() throws {
    var stream = RandomStream(seed: 22, purpose: .test)
    try TemporaryFolder.with { folder in
      for _ in 0..<300 {
        let random = (0..<stream.integer(below: 300)).map { _ in UInt8(stream.integer(below: 256)) }
        for ending in ["safetensors", "npz"] {
          let file = folder.appending(path: "net.\(ending)")
          #expect(throws: SavingError.self) { try load(random, file) }
        }
      }
    }
  }

  @Test(arguments: [
    #"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775807]}}"#,
    #"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}"#,
    #"{"a":{"dtype":"F99","shape":[1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1e300],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1]}}"#, #"{"a":3}"#, "[]", "{", "",
    #"{"__metadata__":{"format":"sparsesh","format_version":"1","shape":"2147483647-2147483647"}}"#,
    #"{"__metadata__":{"format":"sparsesh","format_version":"1","shape":"3-99999999999999999999"}}"#,
    #"{"__metadata__":{"format":"sparsesh","format_version":"2"}}"#,
    // Arrays that hold nothing bear out no width.
    #"{"1.indptr":{"dtype":"I64","shape":[2147483647,0],"data_offsets":[0,0]},"1.bias":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"__metadata__":{"activation":"relu"}}"#,
    #"{"1.weight":{"dtype":"F32","shape":[2147483647,0],"data_offsets":[0,0]},"1.bias":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"__metadata__":{"activation":"relu"}}"#,
    #"{"1.indptr":{"dtype":"I32","shape":[1],"data_offsets":[0,4]},"1.weight":{"dtype":"F32","shape":[0,2147483647],"data_offsets":[4,4]},"__metadata__":{"activation":"relu"}}"#,
  ])
  func hostileHeadersAreErrors(header: String) throws {
    let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "net.safetensors")
      #expect(throws: SavingError.self) {
        try load(length + Array(header.utf8) + [0, 0, 0, 0], file)
      }
    }
  }

  @Test func aHeaderLongerThanTheFileIsAnError() throws {
    try TemporaryFolder.with { folder in
      let file = folder.appending(path: "net.safetensors")
      for length in [UInt64.max, 1 << 63, 9, 1 << 32] {
        let bytes = withUnsafeBytes(of: length.littleEndian) { Array($0) }
        #expect(throws: SavingError.self) { try load(bytes + Array("{}".utf8), file) }
      }
    }
  }

  /// Writes the network with one text of its header replaced by another of the same length.
  @Test(arguments: [
    ("\"20-4-4\"", "\"20-4-5\""), ("\"20-4-4\"", "\"21-4-4\""), ("\"20-4-4\"", "\"20--44\""),
    (#"\"srelu"#, #"\"trelu"#), ("1.indptr", "1.indpt_"), ("1.data\"", "1.dat_\""),
    ("uniform", "unifarm"), ("\"I64\"", "\"F64\""), ("\"dropout\":\"0\"", "\"dropout\":\"9\""),
  ])
  func headersThatContradictTheArraysAreErrors(old: String, new: String) throws {
    var whole = try bytes("safetensors")
    let pattern = Array(old.utf8)
    let place = try #require(whole.firstRange(of: pattern)?.lowerBound)
    whole.replaceSubrange(place..<place + pattern.count, with: Array(new.utf8))
    try TemporaryFolder.with { folder in
      let error = #expect(throws: SavingError.self) {
        try load(whole, folder.appending(path: "net.safetensors"))
      }
      #expect(error?.code.id == "E0654" || error?.code.id == "E0655")
    }
  }
}
